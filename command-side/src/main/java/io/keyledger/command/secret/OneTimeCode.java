package io.keyledger.command.secret;

/** A code that admits once: the plaintext for the one link that carries it, the keyed hash for everything else. */
public final class OneTimeCode {
    private final String plaintext;
    private final String verifier;

    OneTimeCode(String plaintext, String verifier) {
        this.plaintext = plaintext;
        this.verifier = verifier;
    }

    /** What the invited person presents; told once, never kept. */
    public String plaintext() {
        return plaintext;
    }

    /** What commands carry. */
    public String verifier() {
        return verifier;
    }

    /** Says that there is a code without telling it. */
    @Override
    public String toString() {
        return "OneTimeCode[…]";
    }
}
