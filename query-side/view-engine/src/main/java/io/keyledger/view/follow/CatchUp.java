package io.keyledger.view.follow;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/** The node is ready when its views show what is in the event store: Spring says so when the last runner has returned. */
final class CatchUp implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ReadYourWrites gate;

    CatchUp(ReadYourWrites gate) {
        this.gate = gate;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        while (!gate.await(PATIENCE)) {
            log.info("Waiting for the views to catch up with the events");
        }
    }
}
