package io.keyledger.kernel;

import java.io.IOException;

/** The service cannot start as it is set up; the message says why in one line, for the operator, who sees nothing else. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Why, for the operator.
     *
     * @param message names the file or setting and what is expected of it; never a secret
     */
    public StartRefused(String message) {
        super(message);
    }

    /** Why, with what the operating system says. */
    public StartRefused(String message, IOException cause) {
        super(message + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")", cause);
    }
}
