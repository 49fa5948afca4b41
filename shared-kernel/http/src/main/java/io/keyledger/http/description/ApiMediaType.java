package io.keyledger.http.description;

import org.springframework.http.MediaType;

/** The one media type of the API, both ways. Source: JSON:API 1.0, section Content Negotiation. */
public final class ApiMediaType {
    public static final String JSON_API_VALUE = "application/vnd.api+json";
    public static final MediaType JSON_API = MediaType.parseMediaType(JSON_API_VALUE);

    private ApiMediaType() {}
}
