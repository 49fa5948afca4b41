package io.keyledger.http.document;

import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** An address of this service from its settings, without a slash at its end. Thread-safe. */
public final class ConfiguredAddress {
    private final Environment settings;
    private final String[] names;
    private volatile @Nullable String known;

    /** @param names settings of which the first one that says something is taken; else {@code http://localhost:<port>} */
    public ConfiguredAddress(Environment settings, String... names) {
        this.settings = settings;
        this.names = names;
    }

    /** The address. With a port chosen by the system it is known once the web server runs. */
    public String value() {
        var value = known;
        if (value == null) {
            value = settled();
            known = value;
        }
        return value;
    }

    private String settled() {
        for (var name : names) {
            var configured = settings.getProperty(name, "");
            if (!configured.isBlank()) {
                return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
            }
        }
        var asked = settings.getProperty("server.port", "8080");
        return "http://localhost:" + settings.getProperty("local.server.port", asked);
    }
}
