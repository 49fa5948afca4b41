package io.keyledger.command.secret;

/** A client secret just generated: the plaintext for the one answer that shows it, the hash for everything else. */
public final class FreshSecret {
    private final String plaintext;
    private final HashedSecret hashed;

    FreshSecret(String plaintext, HashedSecret hashed) {
        this.plaintext = plaintext;
        this.hashed = hashed;
    }

    /** Shown in one answer, never stored. */
    public String plaintext() {
        return plaintext;
    }

    /** Id, hint and keyed hash, for commands. */
    public HashedSecret hashed() {
        return hashed;
    }

    /** The id without the secret. */
    @Override
    public String toString() {
        return "FreshSecret[" + hashed.id() + "]";
    }
}
