package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinnedLoggersTest {
    @ParameterizedTest
    @CsvSource({
        "io.keyledger.authorization.oauth.OAuthRequestFilter, TRACE",
        "org.apache.coyote.http11.Http11InputBuffer, WARN",
        "org.apache.tomcat.util.http.Parameters, WARN",
        "org.springframework.security.web.FilterChainProxy, INFO",
        "org.springframework.web.method.HandlerMethod, INFO",
        "org.springframework.web.servlet.DispatcherServlet, INFO",
        "org.springframework.http.codec.json, INFO",
        "org.springframework.jdbc.core.JdbcTemplate, DEBUG",
        "org.springframework.jdbc.core.StatementCreatorUtils, INFO",
        "org.axonframework.commandhandling, INFO",
        "org.mongodb.driver.protocol.command, INFO",
        "org.springframework.bootleg, INFO",
        "some.library.of.tomorrow, INFO"
    })
    void logNoLowerThan(String logger, String level) {
        assertThat(PinnedLoggers.lowest(logger)).isEqualTo(Level.toLevel(level));
    }
}
