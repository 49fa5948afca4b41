package io.keyledger.command.startup;

import io.keyledger.kernel.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;

/** Logs in one line why the service did not start; the process then ends with a code other than 0. */
final class StartRefusedReporter implements SpringBootExceptionReporter {
    private static final Logger log = LoggerFactory.getLogger(StartRefusedReporter.class);

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefused refused) {
                log.error("Keyledger does not start: {}", refused.getMessage());
                return true;
            }
        }
        return false;
    }
}
