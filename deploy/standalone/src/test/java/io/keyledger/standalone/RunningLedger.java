package io.keyledger.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service on a free port, and a client that speaks to it over HTTP as its owner. */
final class RunningLedger implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String MEDIA_TYPE = "application/vnd.api+json";

    private static final String ISSUER = "--keyledger.issuer=";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final String address;
    private final JsonNode bootstrap;
    private final String token;

    RunningLedger(Path data, String... settings) throws IOException, InterruptedException {
        address = "http://localhost:" + freePort();
        var all = Stream.concat(
                Stream.of(
                        "--server.port=" + URI.create(address).getPort(),
                        "--keyledger.data-dir=" + data,
                        "--logging.level.root=warn"),
                Stream.of(settings).anyMatch(s -> s.startsWith(ISSUER))
                        ? Stream.of(settings)
                        : Stream.concat(Stream.of(ISSUER + address), Stream.of(settings)));
        context = SpringApplication.run(Keyledger.class, all.toArray(String[]::new));
        bootstrap = JSON.readTree(Files.readString(data.resolve("bootstrap.json")));
        token = token(text(bootstrap, "client_id"), text(bootstrap, "client_secret"));
    }

    String organization() {
        return text(bootstrap, "organization_id");
    }

    String clientId() {
        return text(bootstrap, "client_id");
    }

    /** Reads from the API as the owner what is no JSON:API document. */
    String download(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
        return send(request.GET()).body();
    }

    /** A token by client credentials, or an empty text when there is none for them. */
    String token(String clientId, String secret) throws IOException, InterruptedException {
        return token(Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    /** A token that opens the API, or an empty text. */
    String apiToken(String clientId, String secret) throws IOException, InterruptedException {
        return token(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_secret",
                secret,
                "scope",
                "provisioning-api"));
    }

    private String token(Map<String, String> members) throws IOException, InterruptedException {
        var body = JSON.writeValueAsString(members);
        var answer = send(HttpRequest.newBuilder(URI.create(address + "/oauth/token"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        return JSON.readTree(answer.body()).path("access_token").asString("");
    }

    /** Writes to the API as the owner; headers in pairs. */
    HttpResponse<String> post(String path, JsonNode body, String... headers) throws IOException, InterruptedException {
        var request = api(token, path).POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Changes something by the API, as the owner. */
    HttpResponse<String> patch(String path, JsonNode body) throws IOException, InterruptedException {
        return send(
                api(token, path).method("PATCH", HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Deletes a resource by the API, as the owner. */
    HttpResponse<String> delete(String path) throws IOException, InterruptedException {
        return send(api(token, path).DELETE());
    }

    /** Reads from the API as the owner. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(api(token, path).GET()).body());
    }

    /** Reads from the API with another token. */
    HttpResponse<String> get(String path, String otherToken) throws IOException, InterruptedException {
        return send(api(otherToken, path).GET());
    }

    /** Opens an address of the service as a browser would. */
    HttpResponse<String> browse(String url) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Accept", "text/html")
                .GET());
    }

    /** Reads from the service without a token, whatever the media type. */
    HttpResponse<String> fetch(String path) throws IOException, InterruptedException {
        return fetch(URI.create(address + path));
    }

    HttpResponse<String> fetch(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    /** Asks an OAuth endpoint as the owner's app, with one more parameter. */
    HttpResponse<String> oauth(String path, String parameter, String value) throws IOException, InterruptedException {
        var form = "client_id=" + text(bootstrap, "client_id") + "&client_secret=" + text(bootstrap, "client_secret")
                + "&" + parameter + "=" + URLEncoder.encode(value, UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Asks for a token by a signed assertion (RFC 7523); the status of the answer. */
    int assertion(String signed) throws IOException, InterruptedException {
        var form = "grant_type=client_credentials"
                + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                + "&client_assertion=" + signed;
        return send(HttpRequest.newBuilder(URI.create(address + "/oauth/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .statusCode();
    }

    /** Submits a form with one field. */
    HttpResponse<String> submit(String path, String field, String value) throws IOException, InterruptedException {
        var form = field + "=" + URLEncoder.encode(value, UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Accepts an invitation by its code with the token of a user; the status of the answer. */
    int accept(String code, String userToken) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + "/activate"))
                        .header("Authorization", "Bearer " + userToken)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("code=" + URLEncoder.encode(code, UTF_8))))
                .statusCode();
    }

    String address() {
        return address;
    }

    /** A bean of the service, for what no request can do. */
    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private HttpRequest.Builder api(String bearer, String path) {
        return HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Accept", MEDIA_TYPE)
                .header("Content-Type", MEDIA_TYPE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String text(JsonNode object, String member) {
        return object.path(member).asString();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        context.close();
        http.close();
    }
}
