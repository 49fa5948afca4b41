package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsPageTest {
    private static final Pattern LOADED = Pattern.compile("(?:src|href)=\"([^\"]*)\"");

    private static RunningLedger ledger;

    @BeforeAll
    static void start(@TempDir Path data) throws IOException, InterruptedException {
        ledger = new RunningLedger(data);
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void loadsEverythingFromTheServiceItself() throws IOException, InterruptedException {
        var page = ledger.browse(ledger.address() + "/docs");
        assertThat(page.statusCode()).isEqualTo(200);

        var loaded = LOADED.matcher(page.body())
                .results()
                .map(found -> found.group(1))
                .filter(address -> !address.startsWith("data:"))
                .toList();
        assertThat(loaded).contains("/webjars/swagger-ui/swagger-ui-bundle.js", "/docs/show.js", "/api/openapi.json");
        for (var address : loaded) {
            assertThat(address).startsWith("/").doesNotStartWith("//");
            assertThat(ledger.fetch(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void forbidsTheBrowserToAskAnybodyElse() throws IOException, InterruptedException {
        var policy = ledger.browse(ledger.address() + "/docs")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");

        assertThat(policy).startsWith("default-src 'none'; script-src 'self';").contains("connect-src 'self';");
        assertThat(policy).doesNotContain("*", "http", "unsafe-eval");
    }
}
