package io.keyledger.authorization;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token request is refused for, in both dialects. */
class TokenRequestErrorsTest extends NodeTest {
    @ParameterizedTest
    @CsvSource({
        "integration, password, unsupported_grant_type",
        "integration, authorization_code, unsupported_grant_type",
        "integration, refresh_token, unsupported_grant_type",
        "sales_channel, urn:ietf:params:oauth:grant-type:jwt-bearer, unsupported_grant_type",
        "webapp, client_credentials, unauthorized_client",
    })
    void refusesAGrantThatIsNotOpenToTheClient(String kind, String grant, String error) throws Exception {
        var app = ledger.app(ledger.organization("grant"), kind);
        settle();

        refusedInBoth(credentials(app, "grant_type", grant), 400, error, "BAD_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "integration, provisioning-api",
        "integration, market:all admin",
        "integration, stock_location:id:x",
        "integration, market:id:a?b",
        "user, market:all",
        "user, provisioning-api metrics-api",
        "sales_channel, 'market:all  market:1'",
    })
    void refusesAScopeTheClientMayNotHave(String kind, String scope) throws Exception {
        var user = kind.equals("user") ? ledger.user("s@example.org") : null;
        var app = ledger.app(ledger.organization("scopes"), kind, "live", 7200, null, user);
        settle();

        refusedInBoth(credentials(app, "scope", scope), 400, "invalid_scope", "BAD_REQUEST");
    }

    @Test
    void refusesARequestWithoutAGrant() throws Exception {
        var app = ledger.app(ledger.organization("no-grant"), "integration");
        settle();
        var parameters = new HashMap<>(credentials(app));
        parameters.remove("grant_type");

        refusedInBoth(parameters, 400, "invalid_request", "BAD_REQUEST");
    }

    @Test
    void refusesAConfidentialClientWithoutItsSecret() throws Exception {
        var app = ledger.app(ledger.organization("no-secret"), "integration");
        settle();
        var parameters = new HashMap<>(credentials(app));
        parameters.remove("client_secret");

        refusedInBoth(parameters, 401, "invalid_client", "UNAUTHORIZED");
    }

    @Test
    void refusesARequestOfNobody() {
        refusedInBoth(Map.of("grant_type", "client_credentials"), 401, "invalid_client", "UNAUTHORIZED");
    }

    @Test
    void refusesAParameterGivenTwice() throws Exception {
        var app = ledger.app(ledger.organization("twice"), "integration");
        settle();
        var pair = "client_id=" + app.clientId() + "&client_secret=" + app.secret();

        assertOAuth(
                http.post(
                        "/oauth/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&grant_type=client_credentials&" + pair),
                400,
                "invalid_request");
        assertOAuth(
                http.post(
                        "/oauth/token",
                        "application/x-www-form-urlencoded",
                        "grant_type=client_credentials&resource=a&resource=b&" + pair),
                400,
                "invalid_request");
        assertProvisioning(
                http.post("/oauth/token", "application/json", """
                        {"grant_type":"client_credentials","client_id":"a","client_id":"%s","client_secret":"%s"}""".formatted(app.clientId(), app.secret())),
                400,
                "invalid_request",
                "BAD_REQUEST");
    }

    @Test
    void refusesTwoWaysOfAuthenticationAtOnce() throws Exception {
        var app = ledger.app(ledger.organization("two-ways"), "integration");
        settle();
        var basic = Http.basic(app.clientId(), app.secret());

        assertOAuth(http.form("/oauth/token", credentials(app), "Authorization", basic), 400, "invalid_request");
    }

    @Test
    void refusesCredentialsInTheAddress() throws Exception {
        var app = ledger.app(ledger.organization("address"), "integration");
        settle();

        assertOAuth(http.form("/oauth/token?client_secret=" + app.secret(), credentials(app)), 400, "invalid_request");
        assertOAuth(http.form("/oauth/token?a", credentials(app)), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "\"a\"", "{", "{}{}", "", "{\"client_id\":1}", "{\"scope\":[\"a\"]}"})
    void refusesJsonThatIsNoRequest(String body) {
        assertProvisioning(http.post("/oauth/token", "application/json", body), 400, "invalid_request", "BAD_REQUEST");
    }

    @Test
    void refusesJsonThatIsTooDeepOrTooLong() {
        var deep = "{\"a\":" + "[".repeat(1000) + "]".repeat(1000) + "}";
        var longOne = "{\"a\":\"" + "x".repeat(1 << 20) + "\"}";

        assertProvisioning(http.post("/oauth/token", "application/json", deep), 400, "invalid_request", "BAD_REQUEST");
        assertProvisioning(
                http.post("/oauth/token", "application/json", longOne), 413, "invalid_request", "CONTENT_TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/token", "/oauth/introspect", "/oauth/revoke"})
    void refusesAFormThatIsTooLongWithoutReadingIt(String path) throws Exception {
        for (var type : List.of("application/x-www-form-urlencoded", "application/json")) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setSoTimeout(5000);
                var head = "POST " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: " + type
                        + "\r\nContent-Length: 2090000\r\n\r\na=";
                socket.getOutputStream().write(head.getBytes(US_ASCII));
                var answer = new byte[64];
                var read = socket.getInputStream().read(answer);
                assertThat(new String(answer, 0, read, US_ASCII)).startsWith("HTTP/1.1 413");
            }
        }
    }

    @Test
    void refusesTenThousandParameters() {
        var many = IntStream.range(0, 1500).mapToObj(i -> "a" + i + "=").collect(Collectors.joining("&"));

        assertOAuth(http.post("/oauth/token", "application/x-www-form-urlencoded", many), 400, "invalid_request");
    }

    @Test
    void refusesOtherMediaTypes() {
        assertOAuth(http.post("/oauth/token", "text/plain", "grant_type=client_credentials"), 400, "invalid_request");
    }

    @Test
    void refusesOtherMethods() {
        var answer = http.get("/oauth/token");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
    }

    private void refusedInBoth(Map<String, String> parameters, int status, String error, String code) {
        assertOAuth(http.form("/oauth/token", parameters), status, error);
        assertProvisioning(http.json("/oauth/token", parameters), status, error, code);
    }

    private static void assertOAuth(Http.Answer answer, int status, String error) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("error", "error_description");
        assertThat(answer.json().get("error").asString()).isEqualTo(error);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    private static void assertProvisioning(Http.Answer answer, int status, String title, String code) {
        assertThat(answer.status()).isEqualTo(status);
        var errors = answer.json().get("errors");
        assertThat(errors.size()).isEqualTo(1);
        assertThat(errors.get(0).propertyNames())
                .containsExactlyInAnyOrder("title", "detail", "code", "status", "meta");
        assertThat(errors.get(0).get("title").asString()).isEqualTo(title);
        assertThat(errors.get(0).get("code").asString()).isEqualTo(code);
        assertThat(errors.get(0).get("status").isInt()).isTrue();
        assertThat(errors.get(0).get("status").asInt()).isEqualTo(status);
    }
}
