package io.keyledger.command.app;

import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where authorization responses go: an absolute https address (http for the loopback host alone), at most 2048
 * characters, without fragment and user info, and with a port that exists if it names one; otherwise {@link InvalidValue} {@code VALIDATION_ERROR} on {@code
 * redirect_uri}. Source: RFC 6749 section 3.1.2, RFC 8252 section 7.3.
 */
public record RedirectUri(String value) {
    private static final int MAX = 2048;
    private static final int NO_PORT = -1;
    private static final int HIGHEST_PORT = 65535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public RedirectUri {
        if (value.length() > MAX || !isAcceptable(value)) {
            throw new InvalidValue(
                    Refusal.ofField(
                            "redirect_uri",
                            "invalid",
                            "must be an absolute https address (http for loopback alone) without fragment, at most 2048 characters"));
        }
    }

    /** The bare address. */
    @Override
    public String toString() {
        return value;
    }

    private static boolean isAcceptable(String value) {
        try {
            var uri = new URI(value);
            return uri.getHost() != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && hasGoodPort(uri)
                    && hasGoodScheme(uri);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean hasGoodPort(URI uri) {
        return uri.getPort() == NO_PORT || (uri.getPort() > 0 && uri.getPort() <= HIGHEST_PORT);
    }

    private static boolean hasGoodScheme(URI uri) {
        @Nullable String scheme = uri.getScheme();
        return "https".equalsIgnoreCase(scheme)
                || ("http".equalsIgnoreCase(scheme)
                        && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT)));
    }
}
