import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.standalone.Keyledger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.springframework.boot.SpringApplication;
import org.springframework.context.Lifecycle;

/**
 * Fills an organization with history through the event store's own engine: apps of three secrets each, whose expiries
 * spread over the next three years, and ten entries of the audit log each. Arguments: how many apps, the organization,
 * then the settings of the service, which is started here with its views stopped.
 */
public class Past {
    private static final int SECRETS = 3;
    private static final int CHANGES = 9;
    private static final int APPS_AT_ONCE = 100;
    private static final Duration THREE_YEARS = Duration.ofDays(1095);

    private final String organization;
    private final Instant now = Instant.now();
    private final int apps;

    private Past(String organization, int apps) {
        this.organization = organization;
        this.apps = apps;
    }

    public static void main(String[] args) {
        var settings = List.of(args).subList(2, args.length).toArray(String[]::new);
        var past = new Past(args[1], Integer.parseInt(args[0]));
        try (var service = SpringApplication.run(Keyledger.class, settings)) {
            service.getBeansOfType(Lifecycle.class).forEach((name, bean) -> {
                if (name.toLowerCase(java.util.Locale.ROOT).contains("view")) {
                    bean.stop();
                }
            });
            past.write(service.getBean(EventStorageEngine.class));
        }
    }

    private void write(EventStorageEngine engine) {
        var began = System.nanoTime();
        for (int first = 0; first < apps; first += APPS_AT_ONCE) {
            var events = new ArrayList<DomainEventMessage<?>>();
            for (int app = first; app < Math.min(apps, first + APPS_AT_ONCE); app++) {
                addApp(app, events);
            }
            engine.appendEvents(events);
        }
        var events = (long) apps * (1 + SECRETS + CHANGES);
        var seconds = Math.max(1, Duration.ofNanos(System.nanoTime() - began).toSeconds());
        System.out.printf("%d events written, %d/s%n", events, events / seconds);
    }

    /** Registered up to a year ago, each a little later than the one before. */
    private void addApp(int number, List<DomainEventMessage<?>> events) {
        var id = "load%06x".formatted(number);
        var at = now.minus(Duration.ofDays(365)).plus(Duration.ofDays(365).multipliedBy(number).dividedBy(apps));
        add(events, id, 0, at, new AppRegistered(
                id, organization, "integration", "live", "client" + id, "App " + number, 7200, false, null, null, null));
        for (int secret = 0; secret < SECRETS; secret++) {
            add(events, id, 0, at, secret(id, number * SECRETS + secret));
        }
        for (int change = 1; change <= CHANGES; change++) {
            var event = change % 2 == 0
                    ? new TokenLifetimeChanged(id, 7200 + change - 2, 7200 + change)
                    : new AppRenamed(id, "App " + number + " No " + change);
            add(events, id, change, at.plusSeconds(change), event);
        }
    }

    private ClientSecretAdded secret(String app, int number) {
        var ends = now.plus(THREE_YEARS.multipliedBy(number).dividedBy((long) apps * SECRETS));
        var verifier = "%043d".formatted(number);
        return new ClientSecretAdded(
                app, organization, "sec%07x".formatted(number), "Key " + number, "abcd", verifier, "load", "P3Y", ends);
    }

    private void add(List<DomainEventMessage<?>> events, String app, int command, Instant at, Object event) {
        var sequence = events.stream().filter(one -> one.getAggregateIdentifier().equals(app)).count();
        var request = app + '-' + command;
        var cause = MetaData.from(Map.of(
                "traceId", request,
                "correlationId", request,
                "request_id", request,
                "actor_kind", "user",
                "actor_id", "loaduser01",
                "actor_name", "ada@example.com",
                "organization_id", organization,
                "ip", "192.0.2.1",
                "user_agent", "load"));
        events.add(new GenericDomainEventMessage<>("App", app, sequence, event, cause, app + '-' + sequence, at));
    }
}
