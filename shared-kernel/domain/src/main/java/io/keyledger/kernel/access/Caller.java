package io.keyledger.kernel.access;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who makes a request, and what they may do in which organization. The token side makes it from a verified token.
 *
 * @param actorKind {@code user} or {@code app}
 * @param actorId   id of the user or app
 * @param actorName name of the app, or the e-mail address that the user gives, which is not proved
 * @param clientId  client id of the app whose token was used
 * @param grants    organization id → what they may do there; one that is missing is answered as not found
 */
public record Caller(String actorKind, String actorId, String actorName, String clientId, Map<String, Grant> grants) {
    public Caller {
        grants = Map.copyOf(grants);
    }

    /** The grant in the organization, or null when the caller does not belong to it. */
    public @Nullable Grant in(String organizationId) {
        return grants.get(organizationId);
    }

    /**
     * What the caller is called there: a user by the address that the organization invited, which others cannot choose;
     * where they do not belong by the name they give themselves.
     */
    public String nameIn(@Nullable String organizationId) {
        var grant = organizationId == null ? null : grants.get(organizationId);
        return grant == null || grant.address() == null ? actorName : grant.address();
    }

    /** Whether the caller may do that with the subject in the organization. */
    public boolean may(Operation operation, String subject, String organizationId) {
        var grant = grants.get(organizationId);
        return grant != null && grant.allows(operation, subject);
    }

    /** The organizations in which the caller may read the subject. */
    public Set<String> readable(String subject) {
        return grants.values().stream()
                .filter(g -> g.allows(Operation.READ, subject))
                .map(Grant::organizationId)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** For whom a request counts: an app's for its organization, a user's for the user, whatever it is about. */
    public String tenant() {
        return isUser() || grants.isEmpty()
                ? actorId
                : grants.keySet().iterator().next();
    }

    /** Whether a user acts, and not an app. */
    public boolean isUser() {
        return actorKind.equals("user");
    }
}
