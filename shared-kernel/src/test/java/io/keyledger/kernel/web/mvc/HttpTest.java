package io.keyledger.kernel.web.mvc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = SampleApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class HttpTest {
    private static final String JSON_API = "application/vnd.api+json";
    private static final String ROLE =
            "{\"data\":{\"type\":\"roles\",\"attributes\":{\"name\":\"Ops\"},\"relationships\":"
                    + "{\"organization\":{\"data\":{\"type\":\"organizations\",\"id\":\"Org0000001\"}}}}}";

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void readsADocumentOfTheMediaType() {
        assertThat(post("/api/roles", JSON_API, ROLE).body()).isEqualTo("{\"name\":\"Ops\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "nonsense",
                "application/vnd.api+json;charset=utf-8",
                "application/vnd.api+json;a=b"
            })
    void refusesABodyOfAnotherMediaType(String contentType) {
        refused(post("/api/roles", contentType, ROLE), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                JSON_API,
                "text/html, application/vnd.api+json;q=0.1",
                "text/html, */*;q=0.1"
            })
    void answersWhoeverAcceptsTheMediaType(String accept) {
        assertThat(get("/api/roles", "Accept", accept).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/html",
                "nonsense",
                "application/vnd.api+json;v=2",
                "application/vnd.api+json;q=0"
            })
    void refusesToAnswerInAnotherMediaType(String accept) {
        refused(get("/api/roles", "Accept", accept), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void leavesAHandlerItsOwnMediaTypes() {
        assertThat(get("/api/export", "Accept", "text/csv").body()).isEqualTo("a,b");
    }

    @Test
    void acceptsAnErrandWithoutABodyOrWithEmptyData() {
        assertThat(post("/api/errand", JSON_API, "").statusCode()).isEqualTo(202);
        assertThat(post("/api/errand", JSON_API, "{\"data\":{}}").statusCode()).isEqualTo(202);
        refused(post("/api/roles", JSON_API, ""), 400, "INVALID_DATA_FORMAT");
    }

    @Test
    void acceptsASlashAtTheEndAndAContentTypeWithoutBody() {
        var answer = get("/api/roles/", "Content-Type", JSON_API);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"/api/roles\"");
    }

    @ParameterizedTest
    @CsvSource({
        "missing, 404, RECORD_NOT_FOUND",
        "stale, 412, STALE_VERSION",
        "race, 409, CONFLICT",
        "remote, 422, VALIDATION_ERROR",
        "store, 503, UNAVAILABLE",
        "own, 500, INTERNAL_SERVER_ERROR",
        "otherwise, 500, INTERNAL_SERVER_ERROR"
    })
    void translatesAFailure(String how, int status, String code) {
        var answer = get("/api/fails/" + how);

        refused(answer, status, code);
        assertThat(answer.body()).doesNotContain("inside story", "constraint", "disk full", "xception");
    }

    @Test
    void pointsAtTheFaultADistantNodeFound() {
        assertThat(get("/api/fails/remote").body())
                .isEqualTo("{\"errors\":[{\"title\":\"must exist\",\"detail\":\"organization - must exist\","
                        + "\"code\":\"VALIDATION_ERROR\",\"source\":{\"pointer\":\"/data/relationships/organization\"},"
                        + "\"status\":\"422\",\"meta\":{\"error\":\"blank\"}}]}");
    }

    @Test
    void namesTheMethodsAnAddressHas() {
        var answer = send(request("/api/roles").DELETE());

        refused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.headers().firstValue("Allow").orElse(""))
                .contains("GET")
                .contains("POST");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing, 404, NOT_FOUND",
        "/nothing, 404, NOT_FOUND",
        "/api/me, 401, UNAUTHORIZED",
        "/api/needs, 400, PARAM_MISSING",
        "/api/needs?number=x, 400, BAD_REQUEST",
        "/api/needs?number=%zz, 400, BAD_REQUEST"
    })
    void answersEveryRefusalWithADocument(String path, int status, String code) {
        if (path.contains("%zz")) {
            assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 " + status)
                    .contains(code);
        } else {
            refused(get(path), status, code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/roles?a=<b>\" HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/%zz HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET /api/..%2f..%2fetc HTTP/1.1\r\nHost: a\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /api/roles HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "GET /api/roles HTTP/1.1\r\nHost: a b c\r\n\r\n"
            })
    void answersWhatTheServerRefusesWithADocument(String request) {
        assertThat(raw(request))
                .startsWith("HTTP/1.1 400")
                .contains("Content-Type: " + JSON_API, "X-Request-Id: ", "\"code\":\"BAD_REQUEST\"")
                .doesNotContain("Tomcat", "<html", "xception");
    }

    @Test
    void keepsAWellFormedRequestIdAndReplacesAnyOther() {
        assertThat(get("/api/roles", "X-Request-Id", "a.b_c-1").headers().firstValue("X-Request-Id"))
                .hasValue("a.b_c-1");
        assertThat(get("/api/roles", "X-Request-Id", "a b").headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).matches("[A-Za-z0-9_-]{20}"));
        assertThat(get("/api/roles", "X-Request-Id", "abc").body()).contains("\"request_id\":\"abc\"");
        assertThat(get("/nothing").headers().firstValue("X-Request-Id")).isPresent();
    }

    @Test
    void refusesABodyOverTheLimitAnnouncedOrNot() {
        var body = new byte[50 * BodyLimitFilter.MAX_BODY];
        Arrays.fill(body, (byte) ' ');

        refused(
                send(request("/api/roles").header("Content-Type", JSON_API).POST(BodyPublishers.ofByteArray(body))),
                413,
                "PAYLOAD_TOO_LARGE");
        refused(
                send(request("/api/roles")
                        .header("Content-Type", JSON_API)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))),
                413,
                "PAYLOAD_TOO_LARGE");
    }

    @Test
    void readsTheVersionACallerHasSeen() {
        assertThat(get("/api/version", "If-Match", "\"3\"").body()).contains("\"3\"");
        assertThat(get("/api/version", "If-Match", "*").body()).contains("null");
        refused(get("/api/version", "If-Match", "3"), 400, "BAD_REQUEST");
        refused(get("/api/version", "If-Match", "W/\"3\""), 412, "STALE_VERSION");
        refused(get("/api/version", "If-Match", "\"03\""), 412, "STALE_VERSION");
    }

    private void refused(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).contains("\"code\":\"" + code + "\"", "\"status\":\"" + status + "\"");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(JSON_API);
    }

    private HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> post(String path, String contentType, String body) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(10));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String raw(String request) {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
