package io.keyledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;

/** The operator, on the management port. */
record Operator(RunningServer server) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    Answer get(String path) {
        return send(HttpRequest.newBuilder(server.operatorUri(path)).GET());
    }

    Answer rebuild(String view) {
        var uri = server.operatorUri("/actuator/views/" + view);
        return send(HttpRequest.newBuilder(uri).POST(BodyPublishers.noBody()));
    }

    Answer endUser(String id) {
        return send(HttpRequest.newBuilder(server.operatorUri("/actuator/users/" + id))
                .DELETE());
    }

    /** All views by name. */
    JsonNode views() {
        return get("/actuator/views").json().path("views");
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
