package io.keyledger.standalone;

import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service: commands, views, tokens and deliveries in one process, unless roles are switched off. */
@SpringBootApplication(scanBasePackages = {"io.keyledger.command", "io.keyledger.query", "io.keyledger.standalone"})
public class Keyledger {
    public static void main(String[] arguments) throws IOException {
        if (PepperRotation.isAskedFor(arguments)) {
            System.exit(PepperRotation.run(arguments));
        }
        if (AuditVerification.isAskedFor(arguments)) {
            System.exit(new AuditVerification(System.out).run(arguments));
        }
        // Axon would ask its makers for updates; no Spring property stops it
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        SpringApplication.run(Keyledger.class, arguments);
    }
}
