package io.keyledger.command.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.actor.Actors;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class CommandsTest {
    @TempDir
    Path directory;

    private ConfigurableApplicationContext ledger;
    private Commands commands;

    @BeforeEach
    void start() {
        ledger = TestLedger.start(directory);
        commands = ledger.getBean(Commands.class);
    }

    @AfterEach
    void stop() {
        RequestContextHolder.resetRequestAttributes();
        ledger.close();
    }

    @Test
    void recordsWhatAnAggregateDecides() {
        commands.send(new Counter.Open("a"), Actors.system());
        commands.send(new Counter.Increase("a"), Actors.system());

        assertThat(events("a").getLast().getPayload()).isEqualTo(new Counter.Increased("a", 1));
    }

    @Test
    void signsEveryEventWithTheCallerAndWhereHeAskedFrom() {
        serve(request("agent".repeat(100)));

        commands.send(new Counter.Open("a"), Map.of(MetaKey.ORGANIZATION_ID, "o1"));
        commands.send(new Counter.Increase("a"), Map.of(MetaKey.ORGANIZATION_ID, "o1"));

        assertThat(events("a"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getMetaData())
                        .containsEntry(MetaKey.ACTOR_KIND, "user")
                        .containsEntry(MetaKey.ACTOR_ID, "u1")
                        .containsEntry(MetaKey.ACTOR_NAME, "ann@example.com")
                        .containsEntry(MetaKey.CLIENT_ID, "c1")
                        .containsEntry(MetaKey.ORGANIZATION_ID, "o1")
                        .containsEntry(MetaKey.REQUEST_ID, "req-1")
                        .containsEntry(MetaKey.IP, "192.0.2.1")
                        .containsEntry(MetaKey.USER_AGENT, "agent".repeat(100).substring(0, 256)));
    }

    @Test
    void sendsNothingThatNobodySends() {
        assertThatThrownBy(() -> commands.send(new Counter.Open("a"))).isInstanceOf(IllegalStateException.class);

        assertThat(events("a")).isEmpty();
    }

    @Test
    void passesOnWhatAnAggregateRefuses() {
        commands.send(new Counter.Open("a"), Actors.system());

        refuses(ErrorCode.LOCKED, () -> commands.send(new Counter.Refuse("a"), Actors.system()));
    }

    @Test
    void refusesAVersionThatIsNotThePresentOne() {
        commands.send(new Counter.Open("a"), Actors.system());
        commands.send(new Counter.Increase("a", 0L), Actors.system());

        refuses(ErrorCode.STALE_VERSION, () -> commands.send(new Counter.Increase("a", 0L), Actors.system()));
        refuses(ErrorCode.STALE_VERSION, () -> commands.send(new Counter.Increase("a", 9L), Actors.system()));
    }

    @Test
    void refusesWhatDoesNotExistAndWhatExistsAlready() {
        refuses(ErrorCode.RECORD_NOT_FOUND, () -> commands.send(new Counter.Increase("a"), Actors.system()));

        commands.send(new Counter.Open("a"), Actors.system());

        refuses(ErrorCode.CONFLICT, () -> commands.send(new Counter.Open("a"), Actors.system()));
    }

    @Test
    void letsExactlyOneOfManyWinAVersion() throws Exception {
        commands.send(new Counter.Open("a"), Actors.system());

        var won = inParallel(50, () -> {
            try {
                commands.send(new Counter.Increase("a", 0L), Actors.system());
                return true;
            } catch (Refused refused) {
                assertThat(refused.refusals().getFirst().code()).isEqualTo(ErrorCode.STALE_VERSION);
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void losesNoneOfManyChangesAtOnce() throws Exception {
        commands.send(new Counter.Open("a"), Actors.system());

        inParallel(50, () -> {
            commands.send(new Counter.Increase("a"), Actors.system());
            return true;
        });

        assertThat(events("a").getLast().getPayload()).isEqualTo(new Counter.Increased("a", 50));
    }

    @Test
    void saysThatTheOutcomeIsUnknownWhenItIsInterrupted() {
        Thread.currentThread().interrupt();

        refuses(ErrorCode.UNAVAILABLE, () -> commands.send(new Counter.Open("a"), Actors.system()));

        assertThat(Thread.interrupted()).isTrue();
    }

    private List<? extends DomainEventMessage<?>> events(String id) {
        return ledger.getBean(EventStore.class).readEvents(id).asStream().toList();
    }

    private static void refuses(ErrorCode code, ThrowingCallable sending) {
        assertThatThrownBy(sending)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
    }

    private static List<Boolean> inParallel(int times, Callable<Boolean> task)
            throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Boolean>();
            for (var future : threads.invokeAll(Collections.nCopies(times, task))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static MockHttpServletRequest request(String userAgent) {
        var request = new MockHttpServletRequest();
        request.setAttribute(Caller.class.getName(), new Caller("user", "u1", "ann@example.com", "c1", Map.of()));
        request.setRemoteAddr("192.0.2.1");
        request.setAttribute(MetaKey.REQUEST_ID, "req-1");
        request.addHeader("User-Agent", userAgent);
        return request;
    }

    private static void serve(MockHttpServletRequest request) {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
