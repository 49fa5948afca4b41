package io.keyledger.acceptance;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;

/** What the server answered. */
record Answer(int status, HttpHeaders headers, String text) {
    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    JsonNode json() {
        return Json.read(text);
    }

    JsonNode data() {
        return json().path("data");
    }

    String id() {
        return data().path("id").asString();
    }

    JsonNode attribute(String name) {
        return data().path("attributes").path(name);
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Code of the first error. */
    String code() {
        return json().path("errors").path(0).path("code").asString("");
    }

    /** Where the first error points. */
    String pointer() {
        return json().path("errors").path(0).path("source").path("pointer").asString("");
    }
}
