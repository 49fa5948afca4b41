package io.keyledger.authorization.jwt;

import io.keyledger.http.document.ConfiguredAddress;
import org.springframework.core.env.Environment;

/**
 * The issuer identifier of this service: {@code keyledger.issuer} without a slash at its end, else
 * {@code http://localhost:<port>}.
 */
public final class Issuer {
    private final ConfiguredAddress address;

    Issuer(Environment settings) {
        address = new ConfiguredAddress(settings, "keyledger.issuer");
    }

    /** The {@code iss} of every token. With a port chosen by the system it is known once the web server runs. */
    public String value() {
        return address.value();
    }
}
