package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsTest {
    @Test
    void countsWhatANodeDoesWithoutNamingAnybody(@TempDir Path data) throws IOException, InterruptedException {
        var port = RunningLedger.freePort();
        try (var ledger = new RunningLedger(data, "--management.server.port=" + port)) {
            ledger.post(
                    "/api/organizations",
                    RunningLedger.json("{\"data\":{\"type\":\"organizations\",\"attributes\":{\"name\":\"Tenant\"}}}"));
            ledger.oauth("/oauth/token", "grant_type", "client_credentials");
            ledger.oauth("/oauth/token", "grant_type", "password");
            assertThat(ledger.token("nobody-we-know", "x")).isEmpty();

            var metrics = ledger.fetch(URI.create("http://localhost:" + port + "/actuator/prometheus"))
                    .body();

            assertThat(metrics)
                    .containsPattern("keyledger_commands_total\\{command=\"\\w+\",outcome=\"done\"} [1-9]")
                    .containsPattern("keyledger_events_appended_total\\{type=\"organization\\.registered\"} 2")
                    .containsPattern("keyledger_tokens_issued_total\\{.*client_secret_post.*profile=\"oauth\".*} 1")
                    .containsPattern("keyledger_tokens_issued_total\\{.*RS512.*profile=\"provisioning\".*} 1")
                    .containsPattern("keyledger_oauth_refusals_total\\{error=\"unsupported_grant_type\"} 1")
                    .containsPattern("authentication_failures_total\\{reason=\"unknown_client\"} 1")
                    .containsPattern("keyledger_limit_refusals_total\\{limit=\"token_per_client\"} 0")
                    .containsPattern("keyledger_view_lag_seconds\\{view=\"apps\"} ")
                    .containsPattern("keyledger_view_lag_events\\{view=\"app-directory\"} ")
                    .containsPattern("keyledger_view_batches_seconds_count\\{view=\"apps\"} [1-9]")
                    .containsPattern("keyledger_store_size_bytes\\{store=\"events\"} [1-9]")
                    .doesNotContain(ledger.organization(), ledger.clientId(), "nobody-we-know", "Tenant");
            assertThat(ledger.fetch("/actuator/prometheus").statusCode()).isEqualTo(404);
        }
    }
}
