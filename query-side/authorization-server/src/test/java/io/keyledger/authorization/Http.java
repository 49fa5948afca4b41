package io.keyledger.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a node as its clients do. */
final class Http {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client;
    private final String base;

    Http(int port) {
        this("http://localhost:" + port, HttpClient.newHttpClient());
    }

    Http(String base, HttpClient client) {
        this.base = base;
        this.client = client;
    }

    /** An answer. */
    record Answer(HttpResponse<String> raw) {
        int status() {
            return raw.statusCode();
        }

        String text() {
            return raw.body();
        }

        JsonNode json() {
            return JSON.readTree(raw.body());
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        String token() {
            return json().get("access_token").asString();
        }
    }

    Answer form(String path, Map<String, String> parameters, String... headers) {
        var body = parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return post(path, "application/x-www-form-urlencoded", body, headers);
    }

    Answer json(String path, Map<String, ?> members, String... headers) {
        return post(path, "application/json", JSON.writeValueAsString(members), headers);
    }

    Answer post(String path, String contentType, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    static String basic(String clientId, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(UTF_8));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(base + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
