package io.keyledger.kernel.upcast;

import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * An event that is stored and that this build cannot read: of a later build, or changed outside the service. The message
 * names it and quotes no value of it.
 */
public final class UnreadableEvent extends SerializationException {
    private static final long serialVersionUID = 1L;

    private final String word;

    /** @param word what it is stored as, which need not be a word of this build */
    public UnreadableEvent(String word, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.word = word;
    }

    /** What it is stored as. */
    public String word() {
        return word;
    }
}
