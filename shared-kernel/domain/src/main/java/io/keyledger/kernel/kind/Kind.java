package io.keyledger.kernel.kind;

import io.keyledger.kernel.access.Operation;
import java.util.Map;
import java.util.Set;

/**
 * One row of the kind table: what an app of this kind may have. Source: CONTRACT part B, section 4.1.
 *
 * @param name            the kind, as it stands in requests, events and tokens
 * @param group           core, dashboard or system
 * @param creatable       whether a caller of the API may create, change and delete such an app
 * @param confidential    whether an app of this kind authenticates with a credential
 * @param role            whether the app is given a role
 * @param redirectUri     whether the app is given a redirect URI
 * @param defaultLifetime token lifetime in seconds when none is asked for
 * @param grants          the OAuth grant types open to it
 * @param forkable        whether a custom app of this kind may exist
 * @param permissions     what its tokens may do without a role: subject → operations
 */
public record Kind(
        String name,
        Group group,
        boolean creatable,
        boolean confidential,
        RoleRule role,
        RedirectRule redirectUri,
        int defaultLifetime,
        Set<String> grants,
        boolean forkable,
        Map<String, Set<Operation>> permissions) {

    /** Where a kind comes from. */
    public enum Group {
        CORE,
        DASHBOARD,
        SYSTEM
    }

    /** Whether an app of the kind is given a role. */
    public enum RoleRule {
        REQUIRED,
        REFUSED,
        FIXED
    }

    /** Whether an app of the kind is given a redirect URI. */
    public enum RedirectRule {
        NONE,
        OPTIONAL,
        REQUIRED,
        WHEN_CUSTOM
    }
}
