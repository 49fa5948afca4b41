package io.keyledger.authorization.oauth;

/**
 * A rule of its organization's policy that an app, or the credential it is asked with, violates.
 *
 * @param rule  the attribute of the policy that sets it
 * @param limit as the policy says it
 */
record PolicyBreach(String rule, String limit) {
    /** What the client is told (RFC 6749 section 5.2). */
    String description() {
        return "The organization's policy has " + rule + " " + limit + ".";
    }
}
