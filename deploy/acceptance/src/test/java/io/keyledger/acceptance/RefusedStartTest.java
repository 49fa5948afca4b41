package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refused start says so in one line, with prepared bean definitions or without. */
class RefusedStartTest {
    private static final Pattern TROUBLE = Pattern.compile(" (WARN|ERROR) |^\\s+at |Exception");

    @ParameterizedTest
    @ValueSource(strings = {"--keyledger.rate-limits.enabled=true", "--management.server.port=0"})
    void saysWhyInOneLine(String further) {
        assertThatThrownBy(() -> RunningServer.start("--keyledger.events.store=postgresql", further))
                .message()
                .satisfies(RefusedStartTest::oneLineSaysWhy);
    }

    private static void oneLineSaysWhy(String log) {
        assertThat(log.lines().filter(line -> TROUBLE.matcher(line).find()))
                .singleElement()
                .asString()
                .endsWith("Keyledger does not start: keyledger.events.store=postgresql needs keyledger.events.url.");
    }
}
