package io.keyledger.authorization.oauth;

/**
 * A rule of its organization's policy that an app, or the credential it used, violates.
 *
 * @param rule  the attribute of the policy that sets it
 * @param limit the value of that attribute
 */
record PolicyBreach(String rule, String limit) {
    /** The description in the error (RFC 6749 section 5.2). */
    String description() {
        return "The organization's policy has " + rule + " " + limit + ".";
    }
}
