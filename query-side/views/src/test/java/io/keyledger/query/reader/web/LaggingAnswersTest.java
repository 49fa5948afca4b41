package io.keyledger.query.reader.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Readers;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.PolicyId;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.view.follow.Follower;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.Lifecycle;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;

/** What is written while the views stand still is answered from the events, whatever it is. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        classes = ReadsApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "axon.serializer.general=jackson3")
@DirtiesContext
class LaggingAnswersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.000Z");
    private static final Caller CALLER = new Caller("user", "u1", "ada", "client", Map.of());

    private static final List<Written> WRITTEN = List.of(
            itself(
                    "organizations",
                    new OrganizationRegistered("one", "One", "one", "eu-west-1", "u1", "ada@example.com"),
                    "one",
                    "\"name\":\"One\""),
            new Written(
                    "credential_policies",
                    PolicyId.of("one").value(),
                    0,
                    new CredentialPolicyChanged("one", true, null, null, 3600, null, List.of(30), null, false),
                    "one",
                    "/api/credential_policies/one",
                    "\"max_token_lifetime\":3600"),
            itself("users", new UserRegistered("u1", "ada@example.com", "Ada", null), "u1", "\"first_name\":\"Ada\""),
            itself("roles", new RoleDefined("r1", "one", "Writers", "custom"), "r1", "\"name\":\"Writers\""),
            new Written(
                    "permissions",
                    "r1",
                    1,
                    new PermissionGranted("r1", "p1", "one", "orders", true, true, true, false),
                    "p1",
                    "/api/permissions",
                    "\"subject\":\"orders\""),
            itself(
                    "memberships",
                    new MemberInvited("m1", "one", "eve@example.com", "r1", "live_access", false, null),
                    "m1",
                    "\"user_email\":\"eve@example.com\""),
            itself("customers", new CustomerRegistered("c1", "one", "Acme"), "c1", "\"name\":\"Acme\""),
            itself("customer_groups", new CustomerGroupDefined("g1", "one", "Firsts"), "g1", "\"name\":\"Firsts\""),
            itself(
                    "api_credentials",
                    new AppRegistered(
                            "a1", "one", "sales_channel", "test", "client", "App", 7200, false, null, null, null),
                    "a1",
                    "\"name\":\"App\""),
            itself("app_registrations", null, "a1", "\"name\":\"App\""),
            new Written(
                    "client_secrets",
                    "a1",
                    1,
                    new ClientSecretAdded("a1", "one", "s1", null, "hint", "verifier", "pepper", "P3Y", NOW),
                    "s1",
                    "/api/app_registrations/a1/client_secrets",
                    "\"hint\":\"hint\""),
            new Written(
                    "certificates",
                    "a1",
                    2,
                    new CertificateAdded(
                            "a1", "one", "k1", "Key", "CN=a", "CN=b", "01", "sha1", "sha256", "EC", 256, NOW, NOW, ""),
                    "k1",
                    "/api/app_registrations/a1/certificates",
                    "\"name\":\"Key\""));

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ResourceAnswers answers;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private List<Follower> followers;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JsonMapper json;

    @BeforeAll
    void happen() {
        followers.forEach(follower -> ((Lifecycle) follower).stop());
        WRITTEN.stream()
                .filter(written -> written.event() != null)
                .forEach(written ->
                        publish(written.aggregate(), written.sequence(), Objects.requireNonNull(written.event())));
    }

    private void publish(String aggregate, long sequence, DomainEvent event) {
        events.publish(new GenericDomainEventMessage<>("Aggregate", aggregate, sequence, event));
    }

    @Test
    void everyResourceThatIsWrittenIsTriedHere() {
        assertThat(WRITTEN.stream().map(Written::name))
                .containsExactlyInAnyOrderElementsOf(Resources.all().stream()
                        .filter(type -> type.readers() != Readers.OF_WHAT_IT_TELLS)
                        .filter(type -> type.attributes().stream().anyMatch(LaggingAnswersTest::isWritten))
                        .map(ResourceType::name)
                        .toList());
    }

    private static boolean isWritten(Attribute attribute) {
        return attribute.updatable() || attribute.create() != Given.NEVER;
    }

    @Test
    void everyCreationIsAnsweredWithWhatItMade() throws Exception {
        answered(
                WRITTEN,
                written -> answers.created(CALLER, written.type(), written.aggregate(), written.id(), Map.of()),
                201);
    }

    @Test
    void everyChangeIsAnsweredWithWhatItChanged() throws Exception {
        var whole = WRITTEN.stream().filter(written -> !written.isPart()).toList();
        answered(whole, written -> answers.updated(CALLER, written.type(), written.id()), 200);
    }

    @Test
    void aChangeOfAPartIsAnsweredWithWhatItChanged() throws Exception {
        var part = WRITTEN.stream().filter(Written::isPart).toList();
        followers.forEach(follower -> ((Lifecycle) follower).start());
        assertThat(Stream.generate(answers::awaitWritten).limit(30).anyMatch(shown -> shown))
                .isTrue();
        followers.forEach(follower -> ((Lifecycle) follower).stop());
        publish("r1", 2, new PermissionChanged("r1", "p1", false, false, true, true));

        var parts = List.of(part.getFirst().showing("\"can_destroy\":true"));
        answered(parts, written -> answers.updated(CALLER, written.type(), written.id()), 200);
    }

    /** All at once: each waits for the views as long as a caller would. */
    private void answered(List<Written> all, Write write, int status) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pending = threads.invokeAll(
                    all.stream().map(written -> asked(written, write)).toList());
            for (int i = 0; i < pending.size(); i++) {
                check(all.get(i), pending.get(i), status);
            }
        }
    }

    private static Callable<ResponseEntity<Object>> asked(Written written, Write write) {
        return () -> {
            RequestContextHolder.setRequestAttributes(
                    new ServletRequestAttributes(new MockHttpServletRequest("POST", written.address())));
            return write.answer(written);
        };
    }

    private void check(Written written, Future<ResponseEntity<Object>> pending, int status) throws Exception {
        var answer = pending.get();
        assertThat(answer.getStatusCode().value()).as(written.name()).isEqualTo(status);
        assertThat(answer.getHeaders().getFirst(ResourceAnswers.LAG)).isEqualTo("true");
        assertThat(json.writeValueAsString(answer.getBody())).as(written.name()).contains(written.shown());
    }

    private static Written itself(String name, @Nullable DomainEvent event, String id, String shown) {
        return new Written(name, id, 0, event, id, "/api/" + name + '/' + id, shown);
    }

    private interface Write {
        ResponseEntity<Object> answer(Written written);
    }

    private record Written(
            String name,
            String aggregate,
            long sequence,
            @Nullable DomainEvent event,
            String id,
            String address,
            String shown) {
        Written showing(String other) {
            return new Written(name, aggregate, sequence, event, id, address, other);
        }

        boolean isPart() {
            return name.equals("permissions") || name.equals("client_secrets") || name.equals("certificates");
        }

        ResourceType type() {
            return Resources.all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
