package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
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
    private static final Duration SOON = Duration.ofSeconds(1);

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
    void endsALeakedSecretWithinASecondAndTellsWhoAndWhere() {
        var app = ledger.app(organization, "sales_channel", "leaky");
        var secret = app.attribute("client_secret").asString();
        assertThat(status(app, secret)).isEqualTo(200);

        var reported = Instant.now();
        var answer = report(List.of(UNKNOWN, secret));
        while ((status(app, secret) == 200 || !"revoked".equals(shown(app)))
                && Instant.now().isBefore(reported.plus(SOON))) {
            RunningServer.pause(Duration.ofMillis(5));
        }

        assertThat(answer.status()).isEqualTo(202);
        assertThat(status(app, secret)).isEqualTo(401);
        assertThat(shown(app)).isEqualTo("revoked");
        assertThat(ledger.caller()
                        .get("/api/api_credentials/" + app.id() + "/versions")
                        .text())
                .contains("scanner");
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
        var reported = Instant.now();
        while (!apps.stream().allMatch(app -> "revoked".equals(shown(app)))
                && Instant.now().isBefore(reported.plus(SOON))) {
            RunningServer.pause(Duration.ofMillis(20));
        }
        assertThat(apps).allSatisfy(app -> assertThat(shown(app)).isEqualTo("revoked"));
    }

    @ParameterizedTest
    @CsvSource({"1000, 202", "1001, 422"})
    void takesLinesOfAThousandCharacters(int length, int status) {
        var answer = report(List.of(UNKNOWN, "a".repeat(length)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(status == 202 || answer.pointer().equals("/data/attributes/secrets/1"))
                .isTrue();
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
        return Stream.of(
                "text",
                7,
                List.of(),
                List.of(1),
                List.of(List.of("a")),
                Map.of("a", "b"),
                Collections.nCopies(1, null));
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
        "https://paste.example/raw/1?x=y, 202",
        "http://git.example, 202",
        "ftp://a.example, 422",
        "javascript:alert(1), 422",
        "'no url', 422",
        "https:///path, 422"
    })
    void takesAWebAddressAsTheSource(String url, int status) {
        var answer = anybody.post(
                "/api/leaked_secrets",
                Json.document("leaked_secrets", Map.of("secrets", List.of(UNKNOWN), "source_url", url)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    void refusesOtherMembersAndTypes() {
        assertThat(anybody.post(
                                "/api/leaked_secrets",
                                Json.document("leaked_secrets", Map.of("secrets", List.of(UNKNOWN), "note", "x")))
                        .code())
                .isEqualTo("PARAM_NOT_ALLOWED");
        assertThat(anybody.post("/api/leaked_secrets", Json.document("secrets", Map.of("secrets", List.of(UNKNOWN))))
                        .code())
                .isEqualTo("TYPE_MISMATCH");
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
        return anybody.token(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        app.attribute("client_id").asString(),
                        "client_secret",
                        secret))
                .status();
    }
}
