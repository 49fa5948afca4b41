package io.keyledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A caller of the API with one token, or none. Every answer is checked against the published contract. */
final class Client {
    static final String JSON_API = "application/vnd.api+json";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningServer server;
    private final @Nullable String token;
    private final Watch watch;

    private Client(RunningServer server, @Nullable String token, Watch watch) {
        this.server = server;
        this.token = token;
        this.watch = watch;
    }

    static Client anonymous(RunningServer server) {
        return new Client(server, null, Watch.NOBODY);
    }

    static Client bearing(RunningServer server, String token) {
        return new Client(server, token, Watch.NOBODY);
    }

    /** The same caller, with a watch over all its requests that have a text body or none. */
    Client watched(Watch by) {
        return new Client(server, token, by);
    }

    /** The same without a token. */
    Client withoutToken() {
        return new Client(server, null, watch);
    }

    /** The owner made at first start. */
    static Client owner(RunningServer server) {
        var file = server.bootstrap();
        return anonymous(server)
                .authenticated(
                        file.path("client_id").asString(),
                        file.path("client_secret").asString());
    }

    /** A client with a token of the OAuth profile for these credentials that opens the API. */
    Client authenticated(String clientId, String secret) {
        var answer = token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_secret",
                secret,
                "scope",
                "provisioning-api"));
        if (answer.status() != 200) {
            throw new IllegalStateException("no token: " + answer);
        }
        return new Client(server, answer.json().path("access_token").asString(), watch);
    }

    /** A token request of the OAuth profile. */
    Answer token(Map<String, String> form) {
        return form("/oauth/token", form);
    }

    Answer form(String path, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return send("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of("Accept", JSON_API));
    }

    Answer post(String path, String body) {
        return send("POST", path, body, Map.of());
    }

    Answer patch(String path, String body) {
        return send("PATCH", path, body, Map.of());
    }

    Answer delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** Any request; Content-Type is the JSON:API media type unless given. */
    Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
        var request = new Request(method, path, body, headers);
        watch.before(request);
        var answer = send(request);
        watch.after(request, answer);
        return answer;
    }

    Answer send(Request request) {
        var body = request.body();
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return sendBytes(request.method(), request.path(), publisher, request.headers());
    }

    Answer sendBytes(String method, String path, HttpRequest.BodyPublisher body, Map<String, String> headers) {
        var request =
                HttpRequest.newBuilder(server.uri(path)).method(method, body).timeout(Duration.ofSeconds(30));
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", JSON_API);
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        headers.forEach(request::header);
        try {
            var answer = Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
            Contract.of(server).check(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    RunningServer server() {
        return server;
    }

    String bearer() {
        return token == null ? "" : token;
    }

    /** A request whose body is text, or that has none. */
    record Request(String method, String path, @Nullable String body, Map<String, String> headers) {}

    /** Looks on while a client sends requests. */
    interface Watch {
        Watch NOBODY = new Watch() {};

        default void before(Request request) {}

        default void after(Request request, Answer answer) {}
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
