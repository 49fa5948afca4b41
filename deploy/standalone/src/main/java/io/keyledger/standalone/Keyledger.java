package io.keyledger.standalone;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration;

/** Starts the service: commands, views and tokens in one process. */
@SpringBootApplication(
        scanBasePackages = {
            "io.keyledger.command",
            "io.keyledger.view",
            "io.keyledger.query",
            "io.keyledger.authorization",
            "io.keyledger.console",
            "io.keyledger.standalone"
        },
        // it would make an RSA key at every start; the signing keys are in the key file
        exclude = OAuth2AuthorizationServerJwtAutoConfiguration.class)
public class Keyledger {
    public static void main(String[] arguments) throws IOException {
        if (PepperRotation.isAskedFor(arguments)) {
            System.exit(PepperRotation.run(arguments));
        }
        if (AuditVerification.isAskedFor(arguments)) {
            System.exit(new AuditVerification(System.out).run(arguments));
        }
        // Axon would ask a server of its vendor for updates; no Spring property turns that off
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        var service = new SpringApplication(Keyledger.class);
        service.addListeners(new PinnedLoggers(), new PreparedBeans());
        service.run(arguments);
    }
}
