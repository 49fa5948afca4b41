package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent, the answer is a documented refusal, soon, that tells nothing of the inside. */
@ExtendWith(SharedServer.class)
class HostileRequestTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final RunningServer server;
    private final Client caller;
    private final String organization;

    HostileRequestTest(RunningServer server) {
        this.server = server;
        this.caller = Client.owner(server);
        this.organization = server.bootstrap().path("organization_id").asString();
    }

    static Stream<Arguments> badQueries() {
        return Stream.of(
                Arguments.of("include=nothing", "INVALID_INCLUDE"),
                Arguments.of("sort=nothing", "INVALID_SORT_CRITERIA"),
                Arguments.of("sort=name", "INVALID_SORT_CRITERIA"),
                Arguments.of("fields%5Bapi_credentials%5D=nothing", "INVALID_FIELD"),
                Arguments.of("filter%5Bq%5D%5Bnothing_eq%5D=1", "FILTER_NOT_ALLOWED"),
                Arguments.of("filter%5Bq%5D%5Bclient_secret_eq%5D=1", "FILTER_NOT_ALLOWED"),
                Arguments.of("filter%5Bq%5D%5Bexpires_in_gt%5D=soon", "INVALID_FILTER_VALUE"),
                Arguments.of("page%5Bsize%5D=26", "INVALID_PAGE_VALUE"),
                Arguments.of("page%5Bsize%5D=x", "INVALID_PAGE_VALUE"),
                Arguments.of("page%5Bnumber%5D=0", "INVALID_PAGE_VALUE"),
                Arguments.of("page%5Bcolour%5D=1", "INVALID_PAGE_OBJECT"));
    }

    @ParameterizedTest
    @MethodSource("badQueries")
    void namesWhatIsWrongWithAQuery(String query, String code) {
        assertRefused(caller.get("/api/api_credentials?" + query), 400, code);
    }

    @Test
    void answersTwentyRequestsThatStandInARowAndEndsTheConnection() {
        var answers = RawRequest.send(server, "GET /oauth/jwks HTTP/1.1\r\nHost: a\r\n\r\n".repeat(30));

        assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(1 + 20);
        assertThat(answers.split("(?i)connection: close", -1)).hasSize(2);
        assertThat(answers.lastIndexOf("onnection: close")).isGreaterThan(answers.lastIndexOf("HTTP/1.1 200 "));
    }

    @Test
    void goesOnWithAConnectionWhoseRequestsWaitForAnswers() throws IOException {
        try (var socket = RawRequest.connection(server, "127.0.0.1")) {
            socket.setSoTimeout(10_000);
            for (int i = 0; i < 60; i++) {
                socket.getOutputStream().write("HEAD /oauth/jwks HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1));
                var answer = new StringBuilder();
                while (answer.indexOf("\r\n\r\n") < 0) {
                    var next = socket.getInputStream().read();
                    assertThat(next).as("end after " + i + " requests").isNotNegative();
                    answer.append((char) next);
                }
                assertThat(answer).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("connection: close");
            }
        }
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("", 400, "INVALID_DATA_FORMAT"),
                Arguments.of("{", 400, "INVALID_DATA_FORMAT"),
                Arguments.of("[]", 400, "INVALID_DATA_FORMAT"),
                Arguments.of("null", 400, "INVALID_DATA_FORMAT"),
                Arguments.of("{\"data\":{\"type\":\"roles\",\"attributes\":{}}}", 400, "TYPE_MISMATCH"),
                Arguments.of(
                        "{\"data\":{\"type\":\"api_credentials\",\"attributes\":{\"nothing\":1}}}",
                        400,
                        "PARAM_NOT_ALLOWED"),
                Arguments.of(
                        "{\"data\":{\"type\":\"api_credentials\",\"attributes\":{\"client_id\":\"x\"}}}",
                        400,
                        "PARAM_NOT_ALLOWED"),
                Arguments.of(
                        "{\"data\":{\"type\":\"api_credentials\",\"attributes\":{\"name\":\"x\",\"kind\":\"none\"}}}",
                        422,
                        "VALIDATION_ERROR"));
    }

    @ParameterizedTest
    @MethodSource("badBodies")
    void namesWhatIsWrongWithABody(String body, int status, String code) {
        assertRefused(caller.post("/api/api_credentials", body), status, code);
    }

    @Test
    void refusesMediaTypesItDoesNotSpeak() {
        assertRefused(
                caller.send("POST", "/api/api_credentials", "name=x", Map.of("Content-Type", "text/plain")),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(
                caller.send("GET", "/api/api_credentials", null, Map.of("Accept", "text/html")), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void refusesAMethodTheAddressDoesNotHave() {
        var answer = caller.delete("/api/roles/" + "a".repeat(10));

        assertRefused(answer, 405, "METHOD_NOT_ALLOWED");
        assertThat(answer.header("Allow")).contains("GET").contains("PATCH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%01=1", "%7F=1", "fields%5B%15%5D=name", "filter%5Bq%5D%5B%C2%9Dname_eq%5D=1"})
    void refusesNamesWithControlCharacters(String query) {
        assertThat(caller.get("/api/roles?" + query).status()).isEqualTo(400);
        assertThat(caller.get("/api/user?" + query).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY", "PROPFIND", "PUT", "BREW"})
    void refusesAMethodNoAddressHas(String method) {
        assertRefused(caller.send(method, "/api/roles", null, Map.of()), 405, "METHOD_NOT_ALLOWED");
    }

    @Test
    void knowsNoOtherAddresses() {
        assertThat(caller.get("/api/nothing").status()).isEqualTo(404);
        assertThat(caller.get("/api/api_credentials/..%2f..%2fetc").status()).isIn(400, 404);
        assertThat(caller.get("/api/api_credentials/nothing").code()).isEqualTo("RECORD_NOT_FOUND");
    }

    @Test
    void refusesNestingTenThousandDeep() {
        assertRefusedSoon("{\"data\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}", 400);
        assertRefusedSoon("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000), 400);
    }

    @Test
    void refusesFiftyMegabytes() {
        assertRefusedSoon("{\"data\":\"" + "x".repeat(50_000_000) + "\"}", 413);
    }

    @Test
    void refusesBytesThatAreNoText() {
        var bytes = "{\"data\":{\"type\":\"api_credentials\",\"attributes\":{\"name\":\"??\"}}}"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        bytes[bytes.length - 6] = (byte) 0xC3;
        bytes[bytes.length - 7] = (byte) 0xFF;
        assertRefused(
                caller.sendBytes("POST", "/api/api_credentials", BodyPublishers.ofByteArray(bytes), Map.of()),
                400,
                "INVALID_DATA_FORMAT");
    }

    @Test
    void treatsOperatorsAndScriptsInValuesAsText() {
        for (var value :
                new String[] {"%24ne", "%7B%22%24gt%22%3A%22%22%7D", ".*", "%27%3B+drop+table", "%00", "%C3%A9"}) {
            var answer = caller.get("/api/api_credentials?filter%5Bq%5D%5Bname_eq%5D=" + value);
            assertThat(answer.status()).as(value).isLessThan(500);
            assertThat(answer.data().size()).as(value).isZero();
        }
    }

    @Test
    void pointsAtEveryFaultOfARequestAtOnce() {
        var answer = caller.post(
                "/api/api_credentials",
                Json.document(
                        "api_credentials",
                        null,
                        Map.of("name", " ", "kind", "integration", "expires_in", 1),
                        Map.of("organization", new Json.Ref("organizations", organization))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("pointer"))
                .contains("/data/attributes/name", "/data/attributes/expires_in");
    }

    @Test
    void refusesHeadersItCannotRead() {
        var role = Json.document(
                "roles",
                null,
                Map.of("name", "headers"),
                Map.of("organization", new Json.Ref("organizations", organization)));
        assertRefused(
                caller.send("POST", "/api/roles", role, Map.of("Idempotency-Key", "x".repeat(256))),
                400,
                "IDEMPOTENCY_KEY_INVALID");
        assertRefused(
                caller.send("PATCH", "/api/user", Json.document("users", Map.of()), Map.of("If-Match", "yesterday")),
                400,
                "BAD_REQUEST");
    }

    private void assertRefusedSoon(String body, int status) {
        var start = System.nanoTime();
        var answer = caller.post("/api/api_credentials", body);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertTellsNothing(answer);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith(Client.JSON_API);
        var error = answer.json().path("errors").path(0);
        assertThat(error.path("status").isString()).isTrue();
        assertThat(error.propertyNames()).contains("title", "detail", "code", "status");
        assertTellsNothing(answer);
    }

    private static void assertTellsNothing(Answer answer) {
        assertThat(answer.text())
                .doesNotContain("Exception", "at java.", "at org.", "at io.", "Tomcat", "Jackson", "tools.jackson");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
    }
}
