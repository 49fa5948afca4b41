package io.keyledger.command.secret;

/** A client secret just made: the plaintext for the one answer that shows it, the hash for everything else. */
public final class FreshSecret {
    private final String plaintext;
    private final HashedSecret hashed;

    FreshSecret(String plaintext, HashedSecret hashed) {
        this.plaintext = plaintext;
        this.hashed = hashed;
    }

    /** What its owner presents; shown once, never kept. */
    public String plaintext() {
        return plaintext;
    }

    /** What commands carry. */
    public HashedSecret hashed() {
        return hashed;
    }

    /** Names the secret without telling it. */
    @Override
    public String toString() {
        return "FreshSecret[" + hashed.id() + "]";
    }
}
