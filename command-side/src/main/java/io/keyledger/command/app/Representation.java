package io.keyledger.command.app;

/** Through which of its two faces an app is made or changed: they differ in what they ask for. Source: CONTRACT A2. */
public enum Representation {
    /** {@code api_credentials}: an app whose kind acts in a role has one, and at most one address is spoken of. */
    COMPACT,
    /** {@code app_registrations}: a role may be missing, the app then has no rights in this service's own API. */
    FULL;

    boolean needsRole() {
        return this == COMPACT;
    }

    /** The attribute to blame for an address. */
    String addressField() {
        return this == COMPACT ? "redirect_uri" : "redirect_uris";
    }
}
