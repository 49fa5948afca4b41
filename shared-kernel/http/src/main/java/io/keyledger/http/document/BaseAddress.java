package io.keyledger.http.document;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What the addresses in answers begin with: {@code keyledger.address}, else {@code keyledger.issuer}, else {@code
 * http://localhost:<port>}; without a slash at its end. A request decides nothing: its Host is what its sender wrote.
 */
public final class BaseAddress {
    private static final String ATTRIBUTE = BaseAddress.class.getName();

    private final Environment settings;
    private volatile @Nullable String known;

    public BaseAddress(Environment settings) {
        this.settings = settings;
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

    /** From here on the addresses in answers to the request begin with it. */
    public void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, value());
    }

    /** What addresses in answers to the request begin with. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String address
                ? address
                : ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }

    private String settled() {
        var configured = settings.getProperty("keyledger.address", settings.getProperty("keyledger.issuer", ""));
        if (!configured.isBlank()) {
            return configured.endsWith("/") ? configured.substring(0, configured.length() - 1) : configured;
        }
        var asked = settings.getProperty("server.port", "8080");
        return "http://localhost:" + settings.getProperty("local.server.port", asked);
    }
}
