package io.keyledger.authorization.jwt;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The issuer identifier of this service: {@code keyledger.issuer} without a slash at its end, else
 * {@code http://localhost:<port>}.
 */
public final class Issuer {
    private final Environment settings;
    private volatile @Nullable String known;

    Issuer(Environment settings) {
        this.settings = settings;
    }

    /** The {@code iss} of every token. With a port chosen by the system it is known once the web server runs. */
    public String value() {
        var value = known;
        if (value == null) {
            value = settled();
            known = value;
        }
        return value;
    }

    private String settled() {
        var configured = settings.getProperty("keyledger.issuer");
        if (configured != null && !configured.isBlank()) {
            return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
        }
        var asked = settings.getProperty("server.port", "8080");
        return "http://localhost:" + settings.getProperty("local.server.port", asked);
    }
}
