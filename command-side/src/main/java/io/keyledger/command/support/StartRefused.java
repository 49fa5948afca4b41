package io.keyledger.command.support;

/** The service cannot start as it is set up; the message says why in one line, for the operator. */
final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StartRefused(String message) {
        super(message);
    }
}
