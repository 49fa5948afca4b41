package io.keyledger.view.follow;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Delays readiness until the views show what is in the event store: Spring reports it when the last runner has
 * returned.
 */
final class ViewsReadyRunner implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(ViewsReadyRunner.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReadYourWrites written;

    ViewsReadyRunner(ReadYourWrites written) {
        this.written = written;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        while (!written.await(PATIENCE)) {
            log.info("Waiting for the views to catch up with the events");
        }
    }
}
