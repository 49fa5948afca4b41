package io.keyledger.command.reservation;

import java.util.Locale;

/** Sets in which a value may exist only once. */
public enum Scope {
    /** Slugs of organizations; owned by the organization. */
    ORGANIZATION_SLUG("slug"),
    /** E-mail addresses of users, in lower case; owned by the user. */
    USER_EMAIL("email"),
    /** {@link #member} of an organization; owned by the membership. */
    MEMBERSHIP("user_email"),
    /** Keyed hashes of client secrets, so that an app is found by a presented secret; owned by the app. */
    SECRET_VERIFIER("client_secret"),
    /** {@link #hosted} dashboard apps of an organization; owned by the app. */
    HOSTED_APP("kind");

    private final String field;

    Scope(String field) {
        this.field = field;
    }

    /** The value of a membership: one per organization and e-mail address. */
    public static String member(String organizationId, String email) {
        return organizationId + " " + email(email);
    }

    /** The value of a hosted dashboard app: one per organization, kind and mode. */
    public static String hosted(String organizationId, String kind, String mode) {
        return organizationId + " " + kind + " " + mode;
    }

    /** The value of an address, in lower case: addresses that differ only in case are the same. */
    public static String email(String email) {
        return email.toLowerCase(Locale.ROOT);
    }

    /** The attribute named in the refusal when the value is taken. */
    String field() {
        return field;
    }

    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }
}
