package io.keyledger.command.reservation;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Sets in which a value may exist only once. */
public enum Scope {
    /** Slugs of organizations; owned by the organization. */
    ORGANIZATION_SLUG("slug"),
    /** {@link #invited} addresses of an organization; owned by the membership. */
    MEMBERSHIP("user_email"),
    /** {@link #member} of an organization, each once; owned by the membership. */
    MEMBER(null),
    /** The active memberships, {@link #within} their organization; owned by the user. */
    MEMBERSHIP_OF_USER("user"),
    /** The personal apps, {@link #within} their organization; owned by the user. */
    PERSONAL_APP("user"),
    /** Users who ended; owned by themselves. */
    ENDED_USER("user"),
    /** Keyed hashes of client secrets, so that an app is found by a presented secret; owned by the app. */
    SECRET_VERIFIER("client_secret"),
    /** {@link #hosted} dashboard apps of an organization; owned by the app. */
    HOSTED_APP("kind");

    private final @Nullable String field;

    Scope(@Nullable String field) {
        this.field = field;
    }

    /** The value of a membership: one per organization and invited address; those that differ in case are the same. */
    public static String invited(String organizationId, String email) {
        return organizationId + " " + email.toLowerCase(Locale.ROOT);
    }

    /** The value of an active member: one per user and organization. */
    static String member(String userId, String organizationId) {
        return userId + " " + organizationId;
    }

    /** The value of what a user has in an organization. */
    static String within(String organizationId, String id) {
        return organizationId + " " + id;
    }

    /** The value of a hosted dashboard app: one per organization, kind and mode. */
    public static String hosted(String organizationId, String kind, String mode) {
        return organizationId + " " + kind + " " + mode;
    }

    /** The refusal of a value that is taken. */
    Refusal taken() {
        return field == null
                ? new Refusal(ErrorCode.ALREADY_MEMBER, "the user is a member of the organization already")
                : Refusal.ofField(field, "taken", "has already been taken");
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
