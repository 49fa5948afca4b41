package io.keyledger.command.actor;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Metadata of the request that this thread serves: caller, organization, request id, address and user agent. */
public final class RequestFacts {
    private static final int USER_AGENT_LENGTH = 256;

    private RequestFacts() {}

    /** Empty when this thread serves no request. */
    static Map<String, String> current() {
        return request().map(RequestFacts::of).orElseGet(Map::of);
    }

    public static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Optional.of(attributes.getRequest())
                : Optional.empty();
    }

    /** What the caller, when the caller is the actor, is called in the organization that is acted in. */
    static Map<String, String> nameOfCallerIn(Map<String, ?> metadata) {
        var isNamed = metadata.get(MetaKey.ORGANIZATION_ID) instanceof String;
        return caller().filter(caller -> isNamed
                        && Actors.of(caller).entrySet().stream()
                                .allMatch(fact -> fact.getValue().equals(metadata.get(fact.getKey()))))
                .map(caller ->
                        Map.of(MetaKey.ACTOR_NAME, caller.nameIn((String) metadata.get(MetaKey.ORGANIZATION_ID))))
                .orElseGet(Map::of);
    }

    private static Optional<Caller> caller() {
        return request()
                .map(request -> request.getAttribute(Caller.class.getName()))
                .map(Caller.class::cast);
    }

    private static Map<String, String> of(HttpServletRequest request) {
        var facts = new HashMap<String, String>();
        caller().ifPresent(caller -> facts.putAll(Actors.of(caller)));
        if (request.getAttribute(MetaKey.ORGANIZATION_ID) instanceof String organizationId) {
            facts.put(MetaKey.ORGANIZATION_ID, organizationId);
        }
        if (request.getAttribute(MetaKey.REQUEST_ID) instanceof String requestId) {
            facts.put(MetaKey.REQUEST_ID, requestId);
        }
        facts.put(MetaKey.IP, request.getRemoteAddr());
        facts.put(MetaKey.USER_AGENT, cut(request.getHeader("User-Agent")));
        return facts;
    }

    private static String cut(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        return userAgent.substring(0, Math.min(userAgent.length(), USER_AGENT_LENGTH));
    }
}
