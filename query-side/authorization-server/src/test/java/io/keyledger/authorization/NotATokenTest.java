package io.keyledger.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is sent in the place of a token or an assertion and is none, at every door. */
class NotATokenTest extends NodeTest {
    static Stream<String> texts() {
        var header = encoded("{\"alg\":\"ES256\"}");
        var headers = Stream.of(
                        "null",
                        "[]",
                        "7",
                        "\"x\"",
                        "{}",
                        "{\"alg\":null}",
                        "{\"alg\":[]}",
                        "{\"alg\":\"none\"}",
                        "{\"alg\":\"ES256\",\"crit\":7}",
                        "{\"alg\":\"ES256\",\"jwk\":{}}",
                        "{\"alg\":\"ES256\",\"x5c\":[7]}")
                .map(text -> encoded(text) + "." + encoded("{}") + ".AA");
        var payloads = Stream.of(
                        "null",
                        "[]",
                        "7",
                        "\"x\"",
                        "{\"iss\":7}",
                        "{\"exp\":\"x\"}",
                        "{\"aud\":{}}",
                        "{\"exp\":1e400}",
                        "{\"iss\":null}",
                        "{\"application\":7}")
                .map(text -> header + "." + encoded(text) + ".AA");
        var forms = Stream.of(
                "bnVsbA.e30.AA",
                "..",
                "...",
                ".",
                "a",
                header + "..AA",
                "." + header + ".AA",
                header + "." + encoded("{}") + ".",
                header + "." + encoded("{}"),
                header + ".e30.AA.AA.AA",
                header + "." + encoded("[".repeat(3000)) + ".AA",
                "A".repeat(7000),
                "e30.".repeat(1500));
        return Stream.of(headers, payloads, forms).flatMap(one -> one);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isRefusedAtEveryDoor(String text) throws Exception {
        var app = ledger.app(ledger.organization("none"), "integration");
        settle();

        assertThat(http.get("/api/whoami", "Authorization", "Bearer " + text).status())
                .isEqualTo(401);
        assertThat(http.form("/oauth/introspect", credentials(app, "token", text))
                        .text())
                .isEqualTo("{\"active\":false}");
        assertThat(http.form("/oauth/revoke", credentials(app, "token", text)).status())
                .isEqualTo(200);
        var asserted = http.form("/oauth/token", asserting(text));
        assertThat(asserted.status()).isEqualTo(401);
        assertThat(asserted.json().get("error").asString()).isEqualTo("invalid_client");
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
