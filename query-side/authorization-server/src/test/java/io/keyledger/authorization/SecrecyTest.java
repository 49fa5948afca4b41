package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** However much is logged, no secret and no token is. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTest extends NodeTest {
    private static final List<String> LOGGERS =
            List.of("io.keyledger", "org.springframework.security", "org.springframework.web", "org.apache.catalina");

    private final LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());

    @BeforeEach
    void logEverything() {
        LOGGERS.forEach(logger -> logging.setLogLevel(logger, LogLevel.TRACE));
    }

    @AfterEach
    void logAsBefore() {
        LOGGERS.forEach(logger -> logging.setLogLevel(logger, null));
    }

    @Test
    void logsNeitherSecretsNorTokens(CapturedOutput output) throws Exception {
        var organization = ledger.organization("secrecy");
        var app = ledger.app(organization, "integration", "live", 7200, ledger.role(organization, "admin"), null);
        settle();
        var wrong = ledger.strangersSecret();

        var token = apiToken(app);
        var provisioning = json(app).token();
        form(app, "client_secret", wrong);
        json(app, "client_secret", wrong);
        http.form("/oauth/introspect", credentials(app, "token", token));
        http.get("/api/whoami", "Authorization", "Bearer " + token);
        http.get("/api/unknown", "Authorization", "Bearer " + provisioning);
        http.form("/oauth/revoke", credentials(app, "token", token));
        http.form("/oauth/revoke", credentials(app, "token", provisioning));

        assertThat(output.getAll())
                .contains("DispatcherServlet")
                .doesNotContain(app.secret(), wrong, signature(token), signature(provisioning));
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.'));
    }
}
