package io.keyledger.http.document;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * What the addresses in answers begin with: {@code keyledger.address}, else {@code keyledger.issuer}, else {@code
 * http://localhost:<port>}; without a slash at its end. A request decides nothing: its Host is what its sender wrote.
 */
public final class BaseAddress {
    private static final String ATTRIBUTE = BaseAddress.class.getName();

    private final ConfiguredAddress address;

    public BaseAddress(Environment settings) {
        address = new ConfiguredAddress(settings, "keyledger.address", "keyledger.issuer");
    }

    /** The address, for links that are no part of an answer's document. */
    public String value() {
        return address.value();
    }

    /** From here on the addresses in answers to the request begin with it. */
    public void mark(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, address.value());
    }

    /** What addresses in answers to the request begin with. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof String address
                ? address
                : ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
