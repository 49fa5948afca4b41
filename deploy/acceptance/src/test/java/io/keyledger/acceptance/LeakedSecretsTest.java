package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever finds a secret can revoke it, and learns nothing else. */
@ExtendWith(SharedServer.class)
class LeakedSecretsTest {
    private static final String UNKNOWN = "klsec_live_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg0123456";
    /** Stands for the secret of the app of the test. */
    private static final String LIVE = "LIVE";

    private final Client anybody;
    private final Ledger ledger;
    private final RunningServer server;
    private final String organization;

    LeakedSecretsTest(RunningServer server) {
        this.server = server;
        this.anybody = Client.anonymous(server);
        this.ledger = new Ledger(Client.owner(server));
        this.organization = server.bootstrap().path("organization_id").asString();
    }

    @Test
    void endsALeakedSecretBeforeTheAnswerAndTellsWhoAndWhere() {
        var app = ledger.app(organization, "sales_channel", "leaky");
        var secret = app.attribute("client_secret").asString();
        assertThat(status(app, secret)).isEqualTo(200);

        var answer = report(List.of(UNKNOWN, secret));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(status(app, secret)).isEqualTo(401);
        assertThat(shown(app)).isEqualTo("revoked");
        assertThat(versions(app)).contains("scanner");
    }

    @Test
    void answersWhenTheTokensOfALeakedSecretAreDead() {
        for (int i = 0; i < 10; i++) {
            var app = ledger.app(organization, "sales_channel", "hot " + i);
            var secret = app.attribute("client_secret").asString();
            var other = ledger.caller()
                    .post(
                            "/api/app_registrations/" + app.id() + "/client_secrets",
                            Json.document("client_secrets", Map.of("effective_duration", "P1Y")))
                    .attribute("client_secret")
                    .asString();
            var token = token(app, secret).json().path("access_token").asString();
            assertThat(active(app, other, token)).isTrue();

            assertThat(report(List.of(secret)).status()).isEqualTo(202);

            assertThat(active(app, other, token)).isFalse();
        }
    }

    @Test
    void endsEveryLiveOneWhateverElseTheReportHas() {
        var apps = IntStream.range(0, 4)
                .mapToObj(i -> ledger.app(organization, "sales_channel", "spilled " + i))
                .toList();
        var secrets = apps.stream()
                .map(app -> app.attribute("client_secret").asString())
                .toList();

        var answer = report(Arrays.asList(
                secrets.get(0),
                secrets.get(0),
                "",
                null,
                7,
                List.of("a"),
                "a\u0000b",
                "klsec_live_short",
                UNKNOWN,
                " \t" + secrets.get(1) + "\r\n",
                "CLIENT_SECRET=\"" + secrets.get(2) + "\", # " + secrets.get(3)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.text()).isEmpty();
        assertThat(apps).allSatisfy(app -> assertThat(shown(app)).isEqualTo("revoked"));
    }

    /** A report with a live secret, and what else it has. */
    static Stream<Map<String, Object>> odd() {
        return Stream.of(
                Map.of("secrets", List.of("x".repeat(5000), LIVE)),
                Map.of("secrets", List.of("x".repeat(2000) + " " + LIVE)),
                Map.of("secrets", Collections.nCopies(101, LIVE)),
                Map.of("secrets", mixed()),
                Map.of("secrets", List.of(List.of(List.of(LIVE)))),
                Map.of("secrets", List.of(Map.of("secret", LIVE))),
                Map.of(
                        "secrets",
                        IntStream.range(0, 150).mapToObj(i -> i + " " + LIVE).toList()),
                Map.of(
                        "secrets",
                        IntStream.rangeClosed(0, 150)
                                .mapToObj(i -> i < 150 ? "word" + i : LIVE)
                                .toList()),
                Map.of("secrets", List.of(List.of("a", List.of("b")), Map.of("c", "d"), true, 1.5, LIVE)),
                Map.of("secrets", List.of(LIVE), "note", "x", "repository", Map.of("a", 1)),
                Map.of("secrets", List.of(LIVE), "source_url", "javascript:alert(1)"),
                Map.of("secrets", List.of(LIVE), "source_url", List.of("https://git.example")),
                Map.of("secrets", List.of(LIVE), "source_url", "https://git.example/" + "x".repeat(3000)));
    }

    /** A hundred different texts, one of them often. */
    private static List<String> mixed() {
        return Stream.of(Collections.nCopies(300, "a"), unknown(98), List.of(LIVE))
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("odd")
    void endsALiveOneWhateverElseTheDocumentHas(Map<String, Object> attributes) {
        var app = ledger.app(organization, "sales_channel", "odd");
        var secret = app.attribute("client_secret").asString();
        var body = Json.document("leaked_secrets", attributes).replace(LIVE, secret);

        var answer = anybody.post("/api/leaked_secrets", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(status(app, secret)).isEqualTo(401);
        assertThat(audit(app)).contains("client_secret.leaked").doesNotContain("javascript", "git.example");
    }

    @Test
    void answersAlikeWhetherItKnowsASecretOrNot() {
        var secret = ledger.app(organization, "sales_channel", "alike")
                .attribute("client_secret")
                .asString();

        var answers = Stream.of(List.of(secret), List.of(secret), List.of(UNKNOWN), List.of("no secret at all"))
                .map(this::report)
                .toList();

        assertThat(answers)
                .allMatch(answer -> answer.status() == 202 && answer.text().isEmpty());
        assertThat(answers.stream()
                        .map(answer -> answer.headers().map().keySet())
                        .distinct())
                .hasSize(1);
    }

    static Stream<Object> malformed() {
        return Stream.of("text", 7, List.of(), Map.of("a", "b"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoListOfTexts(Object secrets) {
        var refused = anybody.post("/api/leaked_secrets", Json.document("leaked_secrets", Map.of("secrets", secrets)));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.pointer()).startsWith("/data/attributes/secrets");
    }

    @ParameterizedTest
    @CsvSource({"0, 422", "1, 202", "100, 202", "101, 422"})
    void takesOneToAHundred(int count, int status) {
        assertThat(report(unknown(count)).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "https://paste.example/raw/1?x=y, true",
        "http://git.example, true",
        "https://git.example:8443/a, true",
        "'https://[2001:db8::1]:8443/a', true",
        "ftp://a.example, false",
        "javascript:alert(1), false",
        "'no url', false",
        "https:///path, false",
        "https://git.example:99999/a, false",
        "https://git.example:0/a, false"
    })
    void recordsAWebAddressAsTheSource(String url, boolean recorded) {
        var app = ledger.app(organization, "sales_channel", "sourced");
        var secret = app.attribute("client_secret").asString();
        var report = Map.of("secrets", List.of(secret), "source_url", url);

        var answer = anybody.post("/api/leaked_secrets", Json.document("leaked_secrets", report));

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(status(app, secret)).isEqualTo(401);
        assertThat(audit(app).contains(url)).isEqualTo(recorded);
    }

    @Test
    void refusesWhatIsNoReport() {
        assertThat(anybody.post("/api/leaked_secrets", Json.document("secrets", Map.of("secrets", List.of(UNKNOWN))))
                        .code())
                .isEqualTo("TYPE_MISMATCH");
        for (var body : List.of("[]", "{", "{}", "{\"data\":[]}", "\"" + UNKNOWN + "\"")) {
            assertThat(anybody.post("/api/leaked_secrets", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(anybody.post("/api/leaked_secrets", Json.document("leaked_secrets", Map.of()))
                        .status())
                .isEqualTo(422);
        assertThat(anybody.get("/api/leaked_secrets").status()).isEqualTo(405);
    }

    @Test
    void keepsNothingOfWhatWasPresented() throws java.io.IOException {
        var presented = "klsec_test_" + "Q".repeat(30) + "presentedByAScanner";
        report(List.of(presented));

        for (var file : Directories.files(server.dataDir())) {
            assertThat(java.nio.file.Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain(presented);
        }
        assertThat(java.nio.file.Files.readString(server.log())).doesNotContain(presented);
    }

    private String shown(Answer app) {
        return ledger.caller()
                .get("/api/app_registrations/" + app.id() + "/client_secrets")
                .data()
                .path(0)
                .at("/attributes/status")
                .asString();
    }

    private static List<String> unknown(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> UNKNOWN.substring(0, 50) + "%010d".formatted(i))
                .toList();
    }

    private Answer report(List<?> secrets) {
        return anybody.post("/api/leaked_secrets", Json.document("leaked_secrets", Map.of("secrets", secrets)));
    }

    private int status(Answer app, String secret) {
        return token(app, secret).status();
    }

    private Answer token(Answer app, String secret) {
        return anybody.token(shown(app, secret));
    }

    private static Map<String, String> shown(Answer app, String secret) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                app.attribute("client_id").asString(),
                "client_secret",
                secret);
    }

    private boolean active(Answer app, String secret, String token) {
        var question = new HashMap<>(shown(app, secret));
        question.put("token", token);
        return anybody.form("/oauth/introspect", question).json().path("active").asBoolean();
    }

    private String versions(Answer app) {
        return ledger.caller()
                .get("/api/api_credentials/" + app.id() + "/versions")
                .text();
    }

    private String audit(Answer app) {
        return ledger.caller()
                .get("/api/audit_events?filter%5Bq%5D%5Bapp_id_eq%5D=" + app.id())
                .text();
    }
}
