package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The README's tour and the guides, run as printed, line by line. */
@ExtendWith(SharedServer.class)
class GuidesTest {
    private final RunningServer server;

    GuidesTest(RunningServer server) {
        this.server = server;
    }

    @Test
    void showsATourThatWorks() throws IOException, InterruptedException {
        var output = Guide.at("README.md").runBeside(server);

        assertThat(output).contains("\"record_count\"").contains("klsec_live_").contains("access_token");
        assertThat(output).contains("\"expires_in\":[14400,86400]");
        assertThat(output).doesNotContain("\"errors\"").doesNotContain("\"error\"");
    }

    @Test
    void leadsAnAppThroughTheLifeOfItsCredentials() throws IOException, InterruptedException {
        var output = Guide.at("deploy/guides/credentials.md").runBeside(server);

        assertThat(output).doesNotContain("\"errors\"").contains("\"retiring\"");
        assertThat(occurrences(output, "\"access_token\"")).isEqualTo(4);
        assertThat(occurrences(output, "\"deleted\"")).isEqualTo(3);
        assertThat(occurrences(output, "\"invalid_client\"")).isEqualTo(3);
        assertThat(output).endsWith("{\"active\":false}");
    }

    @Test
    void tellsWhatAnAppCouldDoAtAnyTime() throws IOException, InterruptedException {
        var output = Guide.at("deploy/guides/point-in-time.md").runBeside(server);

        assertThat(output)
                .doesNotContain("\"errors\"")
                .contains("\"permissions\":[\"orders:read\"],\"expires_in\":7200");
        assertThat(output).contains("\"status\":\"active\"").contains("\"status\":\"revoked\"");
        assertThat(output).contains("\"over_recommended\":true").contains("\"previous\":7200");
        assertThat(output).contains("now: 404").endsWith("then: 200\n");
    }

    @Test
    void asksWhoChangedWhatAndProvesIt() throws IOException, InterruptedException {
        var output = Guide.at("deploy/guides/audit.md").runBeside(server);

        assertThat(output).doesNotContain("\"errors\"");
        assertThat(occurrences(output, "\"expires_in\":[7200,259200]")).isEqualTo(3);
        assertThat(output).contains("\"request_id\":\"change-4711\"").contains("\"valid\":true");
        assertThat(output).contains("complete and unchanged").contains("the export was changed");
        assertThat(output).contains("\"client_id\"").contains("\"token_lifetime.changed\"");
    }

    @Test
    void findsCredentialsThatEndOrThatNobodyUses() throws IOException, InterruptedException {
        var output = Guide.at("deploy/guides/expiry.md").runBeside(server);

        assertThat(output).doesNotContain("\"errors\"").contains("\"app_name\":\"Stock sync\"", "\"days_left\":9");
        assertThat(output).contains("\"counts\":{\"expired\":0,\"expiring\":1,\"ok\":0,\"retiring\":0}");
        assertThat(output).contains("\"counts\":{\"expired\":0,\"expiring\":1,\"ok\":1,\"retiring\":0}");
        assertThat(output).contains("\"state\":\"retiring\"").contains("\"next_notice_at\":null");
        assertThat(occurrences(output, "\"record_count\":0")).isEqualTo(1);
    }

    @Test
    void keepsAServiceRunning() throws IOException, InterruptedException {
        try (var operated = RunningServer.startWithOperator()) {
            var output = Guide.at("deploy/guides/operations.md").runBeside(operated);

            assertThat(output).contains("{\"status\":\"UP\"}").contains("keyledger_view_lag_events{view=\"apps\"} 0.0");
            assertThat(output).contains("the view is made anew beside the one that is read");
            assertThat(output).contains("\"done\":").endsWith("\"apps\":{\"generation\":2\n");
        }
    }

    @Test
    void adoptsAPolicyAndEnforcesIt() throws IOException, InterruptedException {
        var output = Guide.at("deploy/guides/policies.md").runBeside(server);

        assertThat(output).contains("\"dry_run\":true").contains("\"apps\":{\"count\":1,\"more\":1}");
        assertThat(occurrences(output, "\"POLICY_CLIENT_SECRETS_NOT_ALLOWED\"")).isEqualTo(2);
        assertThat(output).contains("\"rule\":\"max_secret_duration\",\"limit\":\"P1Y\",\"measure\":1098");
        assertThat(output).contains("\"error\":\"unauthorized_client\"").contains("client_secrets_allowed false");
        assertThat(occurrences(output, "\"access_token\"")).isEqualTo(2);
        assertThat(output).contains("\"record_count\":2").contains("\"record_count\":0");
    }

    private static long occurrences(String text, String word) {
        return Pattern.compile(Pattern.quote(word)).matcher(text).results().count();
    }
}
