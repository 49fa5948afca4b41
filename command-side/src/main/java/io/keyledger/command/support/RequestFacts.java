package io.keyledger.command.support;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What is known of who asks, from where, in the request this thread serves. */
final class RequestFacts {
    private static final Pattern REQUEST_ID = Pattern.compile("[0-9A-Za-z._:/+=-]{1,128}");
    private static final int MADE_ID_LENGTH = 22;
    private static final int USER_AGENT_LENGTH = 256;

    private final Randomness randomness;

    RequestFacts(Randomness randomness) {
        this.randomness = randomness;
    }

    /** Empty when this thread serves no request. */
    Map<String, String> current() {
        return request().map(this::of).orElseGet(Map::of);
    }

    static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    private Map<String, String> of(HttpServletRequest request) {
        var facts = new HashMap<String, String>();
        if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            facts.putAll(Actors.of(caller));
        }
        if (request.getAttribute(MetaKey.ORGANIZATION_ID) instanceof String organizationId) {
            facts.put(MetaKey.ORGANIZATION_ID, organizationId);
        }
        facts.put(MetaKey.REQUEST_ID, requestId(request));
        facts.put(MetaKey.IP, request.getRemoteAddr());
        facts.put(MetaKey.USER_AGENT, cut(request.getHeader("User-Agent")));
        return facts;
    }

    /** One id for all commands of the request. */
    private String requestId(HttpServletRequest request) {
        if (request.getAttribute(MetaKey.REQUEST_ID) instanceof String known) {
            return known;
        }
        var given = request.getHeader("X-Request-Id");
        var id = given != null && REQUEST_ID.matcher(given).matches() ? given : randomness.text(MADE_ID_LENGTH);
        request.setAttribute(MetaKey.REQUEST_ID, id);
        return id;
    }

    private static String cut(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        return userAgent.substring(0, Math.min(userAgent.length(), USER_AGENT_LENGTH));
    }
}
