package io.keyledger.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.keyledger.command.access.Membership;
import io.keyledger.command.access.Role;
import io.keyledger.command.access.User;
import io.keyledger.command.app.App;
import io.keyledger.command.credentialpolicy.OrganizationPolicy;
import io.keyledger.command.customer.Customer;
import io.keyledger.command.customer.CustomerGroup;
import io.keyledger.command.organization.Organization;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.AppUseEvent;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.customer.CustomerEvent;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupEvent;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.organization.OrganizationEvent;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.published.EventWords;
import io.keyledger.kernel.reference.LabelEvent;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.FixedValueParameterResolver;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a repository reads makes the same aggregate as the whole history, whatever that is. */
class OverwrittenTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int HISTORIES = 20;
    private static final int LENGTH = 80;

    /** What an event has besides its payload: sequence, time, aggregate, metadata. */
    private static final Set<Class<?>> OF_EVENTS = Set.of(long.class, Instant.class, String.class, MetaData.class);

    @TempDir
    Path directory;

    private TestStore store;

    @BeforeEach
    void open() throws Exception {
        store = TestStore.sqlite(directory);
    }

    @AfterEach
    void close() throws Exception {
        store.close();
    }

    /** @param events all that the aggregate handles, and more of its history */
    record Kind(Class<?> aggregate, Class<? extends DomainEvent> first, List<Class<? extends DomainEvent>> events) {
        static Kind of(
                Class<?> aggregate, Class<? extends DomainEvent> first, List<Class<? extends DomainEvent>> interfaces) {
            return new Kind(
                    aggregate,
                    first,
                    EventWords.all().keySet().stream()
                            .filter(event -> interfaces.stream().anyMatch(one -> one.isAssignableFrom(event)))
                            .sorted(Comparator.comparing(Class::getName))
                            .toList());
        }

        @Override
        public String toString() {
            return aggregate.getSimpleName();
        }
    }

    static Stream<Kind> kinds() {
        return Stream.of(
                Kind.of(App.class, AppRegistered.class, List.of(AppEvent.class, AppUseEvent.class, LabelEvent.class)),
                Kind.of(
                        Organization.class,
                        OrganizationRegistered.class,
                        List.of(OrganizationEvent.class, LabelEvent.class)),
                Kind.of(
                        OrganizationPolicy.class,
                        CredentialPolicyChanged.class,
                        List.of(CredentialPolicyChanged.class)),
                Kind.of(Membership.class, MemberInvited.class, List.of(MembershipEvent.class, LabelEvent.class)),
                Kind.of(User.class, UserRegistered.class, List.of(UserEvent.class, LabelEvent.class)),
                Kind.of(Role.class, RoleDefined.class, List.of(RoleEvent.class, LabelEvent.class)),
                Kind.of(Customer.class, CustomerRegistered.class, List.of(CustomerEvent.class, LabelEvent.class)),
                Kind.of(
                        CustomerGroup.class,
                        CustomerGroupDefined.class,
                        List.of(CustomerGroupEvent.class, LabelEvent.class)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void makesTheStateOfTheWholeHistory(Kind kind) throws Exception {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var id = "one" + seed;
            append(kind.aggregate(), id, history(kind, new Random(seed)));

            assertThat(state(kind.aggregate(), store.events.readEvents(id)))
                    .as("history %d", seed)
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .isEqualTo(state(kind.aggregate(), store.events.readEvents(id, 0)));
        }
    }

    @Test
    void makesItFromAHistoryOfSeveralBatches() throws Exception {
        var random = new Random(1);
        var events = new ArrayList<DomainEvent>(List.of(event(AppRegistered.class, random)));
        for (int i = 0; i < 2500; i++) {
            events.add(new AppRenamed("x", "Name " + i));
            events.add(new ClientSecretAdded("x", "o", "s" + i, null, "hint", "v" + i, "p", "P1Y", NOON));
        }
        append(App.class, "long", events);

        assertThat(store.events.readEvents("long").asStream().count()).isEqualTo(2502);
        assertThat(state(App.class, store.events.readEvents("long")))
                .usingRecursiveComparison()
                .isEqualTo(state(App.class, store.events.readEvents("long", 0)));
    }

    @Test
    void readsOneOfTenThousandChanges() throws Exception {
        var random = new Random(1);
        var events = new ArrayList<DomainEvent>(List.of(event(AppRegistered.class, random)));
        for (int i = 0; i < 10_000; i++) {
            events.add(new AppRenamed("x", "Name " + i));
        }
        append(App.class, "renamed", events);

        var read = store.events.readEvents("renamed");

        assertThat(read.asStream().map(DomainEventMessage::getSequenceNumber)).containsExactly(0L, 10_000L);
    }

    private void append(Class<?> aggregate, String id, List<DomainEvent> events) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        for (var event : events) {
            var sequence = messages.size();
            messages.add(new GenericDomainEventMessage<>(
                    aggregate.getSimpleName(),
                    id,
                    sequence,
                    event,
                    MetaData.with(MetaKey.ACTOR_KIND, "user").and(MetaKey.ACTOR_ID, "u" + sequence % 3),
                    id + '-' + sequence,
                    NOON.plusSeconds(sequence)));
        }
        store.events.appendEvents(messages);
    }

    private static List<DomainEvent> history(Kind kind, Random random) throws Exception {
        var events = new ArrayList<DomainEvent>();
        events.add(event(kind.first(), random));
        for (int i = 1; i < LENGTH; i++) {
            events.add(event(kind.events().get(random.nextInt(kind.events().size())), random));
        }
        return events;
    }

    private static <E extends DomainEvent> E event(Class<E> type, Random random) throws Exception {
        var components = type.getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Stream.of(components)
                .map(one -> value(one.getName(), one.getGenericType(), random))
                .toArray();
        return type.getConstructor(types).newInstance(values);
    }

    /** Of few values each, so that events meet: the second naming of one secret, the same name again. */
    private static Object value(String name, Type type, Random random) {
        var number = random.nextInt(4);
        if (type == String.class) {
            return name.matches("max.*Duration|unusedAfter|effectiveDuration")
                    ? "P" + (number + 1) + "Y"
                    : "x00000000" + number;
        }
        if (type == int.class || type == Integer.class) {
            return number + 1;
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == Instant.class) {
            return NOON.plus(Duration.ofDays(number));
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(name, list.getActualTypeArguments()[0], random));
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return Map.of("x" + number, number);
        }
        throw new IllegalArgumentException(name + " is of " + type);
    }

    private static <T> @Nullable Object state(Class<T> type, DomainEventStream events) throws Exception {
        var model = AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type,
                MultiParameterResolverFactory.ordered(
                        ClasspathParameterResolverFactory.forClass(type),
                        (method, parameters, index) ->
                                isOfCommand(parameters[index], index) ? new FixedValueParameterResolver<>(null) : null),
                ClasspathHandlerDefinition.forClass(type));
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        var aggregate = EventSourcedAggregate.initialize(
                constructor.newInstance(), model, mock(EventStore.class), NoSnapshotTriggerDefinition.TRIGGER);
        aggregate.initializeState(events);
        return List.of(aggregate.version(), aggregate.isDeleted(), aggregate.invoke(root -> root));
    }

    /** What a command handler wants besides the command; none is called here. */
    private static boolean isOfCommand(Parameter parameter, int index) {
        var type = parameter.getType();
        return index > 0 && !OF_EVENTS.contains(type);
    }
}
