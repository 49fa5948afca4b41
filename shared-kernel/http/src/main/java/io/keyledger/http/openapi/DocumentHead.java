package io.keyledger.http.openapi;

import io.keyledger.http.openapi.Endpoint.Door;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of the document before its operations: info, tags, security. */
final class DocumentHead {
    private static final String VERSION = "1.0.0";
    private static final String INTRODUCTION = """
            App registrations and API credentials of organizations, and the OAuth 2.0 tokens for them.

            Bodies are JSON:API 1.0 (`application/vnd.api+json`). Every refusal below `/api` is a document with `errors`, one
            for each fault, each with a stable `code`; the endpoints below `/oauth` answer as RFC 6749 says.

            A text of one line, a name as well as a description, has no control characters and no hidden ones: format
            characters (general category Cf, such as those that reverse the direction) and Hangul fillers. A joiner or
            non-joiner (U+200D, U+200C) is taken between two letters of a script that joins them, such as Arabic or
            Devanagari, a joiner between emoji, and a variation selector after what it selects; elsewhere they change
            nothing that is seen, and are refused. A name has something visible.

            A write is answered when reads show it. `ETag` is the version of a resource: send it back as `If-Match` to change
            nothing that somebody else has changed meanwhile. `Idempotency-Key` makes a creation safe to repeat.
            """;

    private DocumentHead() {}

    static Map<String, Object> info() {
        var info = new LinkedHashMap<String, Object>();
        info.put("title", "Keyledger");
        info.put("version", VERSION);
        info.put("description", INTRODUCTION);
        return info;
    }

    static List<Map<String, String>> tags(List<Endpoint> endpoints) {
        return endpoints.stream()
                .map(Endpoint::tag)
                .distinct()
                .map(tag -> Map.of("name", tag))
                .toList();
    }

    static Map<String, Object> securitySchemes() {
        var bearer =
                Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT", "description", "An access token.");
        var flow = Map.of("tokenUrl", "/oauth/token", "scopes", Map.of());
        var schemes = new LinkedHashMap<String, Object>();
        schemes.put("token", bearer);
        schemes.put(
                "clientCredentials",
                Map.of(
                        "type", "oauth2",
                        "description", "An access token that the client gets by its own credentials.",
                        "flows", Map.of("clientCredentials", flow)));
        schemes.put(
                "client",
                Map.of(
                        "type", "http",
                        "scheme", "basic",
                        "description", "Client id and client secret; they may stand in the body instead."));
        return schemes;
    }

    /** The security of operations that need a token. */
    static List<Map<String, List<String>>> security() {
        return List.of(Map.of("token", List.of()), Map.of("clientCredentials", List.of()));
    }

    static List<Map<String, List<String>>> security(Door door) {
        return switch (door) {
            case TOKEN -> security();
            case CLIENT -> List.of(Map.of("client", List.of()), Map.of());
            case OPEN -> List.of();
        };
    }
}
