package io.keyledger.command.secret;

/** A one-time code: the plaintext for the one link with it, the keyed hash for everything else. */
public final class OneTimeCode {
    private final String plaintext;
    private final String verifier;

    OneTimeCode(String plaintext, String verifier) {
        this.plaintext = plaintext;
        this.verifier = verifier;
    }

    /** Shown once, in the activation link; never stored. */
    public String plaintext() {
        return plaintext;
    }

    /** The keyed hash, for commands. */
    public String verifier() {
        return verifier;
    }

    /** Leaves the code out. */
    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
