package io.keyledger.command.reaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.app.AppChange;
import io.keyledger.command.app.ChangeApp;
import io.keyledger.command.app.RenameApp;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.eventstore.CountingStorage;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.ReportRetiredSecret;
import io.keyledger.kernel.app.RevokeToken;
import io.keyledger.kernel.app.SecretId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** An app that has been changed and used very often. */
class LongHistoryTest {
    private static final AppId APP = new AppId("app0000001");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int CHANGES = 10_000;
    private static final int USES = 100;

    @TempDir
    Path directory;

    @Test
    void isChangedWithoutReadingItsHistoryAgain() {
        try (var ledger = CommandSide.start(directory, List.of(CountingStorage.class))) {
            var storage = ledger.getBean(CountingStorage.class);
            storage.appendEvents(history());
            for (int i = 0; i < USES; i++) {
                send(ledger, new RevokeToken(APP, "token" + i, NOW.plusSeconds(60)));
                send(ledger, new ReportRetiredSecret(APP, new SecretId("secret0001"), NOW.plusSeconds(3600L * i)));
            }
            assertThat(storage.takeCount()).isLessThan(USES); // the last event of each report

            rename(ledger, "first");
            assertThat(storage.takeCount())
                    .as("the registration and the last name")
                    .isEqualTo(2);
            rename(ledger, "second");
            rename(ledger, "third");

            assertThat(storage.takeCount()).isZero();
            assertThat(storage.lastSequenceNumberFor(APP.value())).contains(CHANGES + 2L);
        }
    }

    private static void rename(ConfigurableApplicationContext ledger, String name) {
        send(ledger, new ChangeApp(APP, List.<AppChange>of(new RenameApp(APP, new Name(name))), null));
    }

    private static void send(ConfigurableApplicationContext ledger, Object command) {
        ledger.getBean(Commands.class).send(command, Actors.system());
    }

    private static List<DomainEventMessage<?>> history() {
        var events = new ArrayList<DomainEventMessage<?>>();
        var app = APP.value();
        events.add(new GenericDomainEventMessage<>(
                "App",
                app,
                0,
                new AppRegistered(
                        app, "org0000001", "integration", "live", "client", "App", 7200, false, null, "role", null)));
        for (int number = 1; number < CHANGES; number++) {
            events.add(new GenericDomainEventMessage<>("App", app, number, new AppRenamed(app, "Name " + number)));
        }
        return events;
    }
}
