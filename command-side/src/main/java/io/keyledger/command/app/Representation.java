package io.keyledger.command.app;

/**
 * In which of its two representations an app is registered or changed: they differ in what they require. Source:
 * CONTRACT A2.
 */
public enum Representation {
    /** {@code api_credentials}: a role is required where the kind has one, and there is at most one redirect URI. */
    COMPACT,
    /** {@code app_registrations}: a role may be missing, the app then has no rights in this service's own API. */
    FULL;

    boolean needsRole() {
        return this == COMPACT;
    }

    /** The attribute named in the refusal of a redirect URI. */
    String addressField() {
        return this == COMPACT ? "redirect_uri" : "redirect_uris";
    }
}
