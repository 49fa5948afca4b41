package io.keyledger.command.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.bus.Commands;
import io.keyledger.command.bus.Counter;
import io.keyledger.command.bus.TestLedger;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.Id;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class IdempotencyTest {
    private static final Caller CALLER = new Caller("user", "u1", "ann@example.com", "c1", Map.of());

    @TempDir
    Path directory;

    private String contentType = ApiMediaType.JSON_API_VALUE;
    private final AtomicInteger created = new AtomicInteger();
    private ConfigurableApplicationContext ledger;

    @BeforeEach
    void start() {
        ledger = TestLedger.start(
                List.of(TestLedger.Parts.class, IdempotencySetup.class, EveryResource.class), directory);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void createsOnceAndAnswersTheRepetitionWithTheSameResource() throws Exception {
        var first = post("key", "{\"a\":1}");
        var second = post("key", "{\"a\":1}");

        assertThat(Id.isId(id(first))).isTrue();
        assertThat(second.getStatusCode()).isEqualTo(first.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(id(second)).isEqualTo(id(first));
        assertThat(first.getHeaders().containsHeader("Idempotent-Replay")).isFalse();
        assertThat(second.getHeaders().getFirst("Idempotent-Replay")).isEqualTo("true");
        assertThat(created).hasValue(1);
    }

    @Test
    void remembersAcrossARestart() throws Exception {
        var first = post("key", "{}");
        stop();
        start();

        assertThat(id(post("key", "{}"))).isEqualTo(id(first));
        assertThat(created).hasValue(1);
    }

    @Test
    void refusesTheKeyWithAnotherBodyOrAddress() throws Exception {
        post("key", "{\"a\":1}");

        refuses(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> post("key", "{\"a\":2}"));
        refuses(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> post("key", "/api/roles", "o1", "{\"a\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ \"b\" : [true,{\"y\":null,\"x\":\"\\u00e9/\"}],\n\t\"a\":1 }",
                "{\"b\":[true,{\"x\":\"é\\/\",\"y\":null}],\"a\":1.0}",
                "{\"a\":1e0,\"b\":[true,{\"x\":\"\\u00E9/\",\"y\":null}]}",
            })
    void takesTheSameDocumentForTheSameBody(String body) throws Exception {
        var first = post("key", "{\"a\":1,\"b\":[true,{\"x\":\"é/\",\"y\":null}]}");

        assertThat(id(post("key", body))).isEqualTo(id(first));
        assertThat(created).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":\"1\",\"b\":[1,2]}",
                "{\"a\":1,\"b\":[2,1]}",
                "{\"a\":1.5,\"b\":[1,2]}",
                "{\"a\":1,\"b\":[1,2],\"c\":null}",
                "{\"a\":1,\"b\":[[1,2]]}",
                "{\"A\":1,\"b\":[1,2]}",
                "{\"a\":1,\"b\":[1,2]"
            })
    void takesAnotherDocumentForAnotherBody(String body) throws Exception {
        post("key", "{\"a\":1,\"b\":[1,2]}");

        refuses(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> post("key", body));
    }

    @Test
    void comparesOtherBodiesByteByByte() throws Exception {
        contentType = "application/x-pem-file";
        post("key", "{\"a\":1}");

        refuses(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> post("key", "{ \"a\":1}"));
    }

    @Test
    void knowsTheHashOfBytesThatAnEarlierReleaseStored() throws Exception {
        contentType = "text/plain";
        var first = post("key", "{ \"a\":1}");
        contentType = ApiMediaType.JSON_API_VALUE;

        assertThat(id(post("key", "{ \"a\":1}"))).isEqualTo(id(first));
        refuses(ErrorCode.IDEMPOTENCY_KEY_REUSED, () -> post("key", "{\"a\":1}"));
    }

    @Test
    void refusesSeveralKeys() {
        refuses(
                ErrorCode.IDEMPOTENCY_KEY_INVALID,
                () -> postWith(List.of("key", "other"), "/api/api_credentials", "o1", "{}"));
        refuses(
                ErrorCode.IDEMPOTENCY_KEY_INVALID,
                () -> postWith(List.of("key", "key"), "/api/api_credentials", "o1", "{}"));
    }

    @Test
    void keepsTheKeysOfOrganizationsApart() throws Exception {
        var first = post("key", "/api/api_credentials", "o1", "{}");
        var second = post("key", "/api/api_credentials", "o2", "{}");

        assertThat(id(second)).isNotEqualTo(id(first));
        assertThat(created).hasValue(2);
    }

    @Test
    void makesAFreshIdWithoutAKey() throws Exception {
        assertThat(id(post(null, "{}"))).isNotEqualTo(id(post(null, "{}")));
    }

    @Test
    void refusesKeysThatAreNotVisibleAscii() {
        for (var key : List.of("", " ", "a b", "ä", "k".repeat(256))) {
            refuses(ErrorCode.IDEMPOTENCY_KEY_INVALID, () -> post(key, "{}"));
        }
    }

    @Test
    void createsOnceWhenTheSameRequestComesManyTimesAtOnce() throws Exception {
        Callable<ResponseEntity<Object>> request = () -> post("key", "{}");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var ids = new HashSet<String>();
            for (var answer : threads.invokeAll(Collections.nCopies(24, request))) {
                ids.add(id(answer.get()));
            }
            assertThat(ids).hasSize(1);
        }
        assertThat(created).hasValue(1);
    }

    @Test
    void recordsHashesOfTheKeyAndTheBodyAlone() throws Exception {
        var id = id(post("key", "{}"));

        var metadata = ledger.getBean(EventStore.class).readEvents(id).next().getMetaData();

        assertThat(metadata.get("idempotency_key"))
                .asString()
                .doesNotContain("key")
                .hasSize(43);
        assertThat(metadata.get("idempotency_body")).asString().hasSize(43);
    }

    private ResponseEntity<Object> post(@Nullable String key, String body) throws Exception {
        return post(key, "/api/api_credentials", "o1", body);
    }

    private ResponseEntity<Object> post(@Nullable String key, String path, String organization, String body)
            throws Exception {
        return postWith(key == null ? List.of() : List.of(key), path, organization, body);
    }

    private ResponseEntity<Object> postWith(List<String> keys, String path, String organization, String body)
            throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setContent(body.getBytes(UTF_8));
        request.setAttribute(Caller.class.getName(), CALLER);
        request.setContentType(contentType);
        keys.forEach(key -> request.addHeader("Idempotency-Key", key));
        var chain = new MockFilterChain();
        new BodyKeepingFilter().doFilter(request, new MockHttpServletResponse(), chain);
        var filtered = (HttpServletRequest) Objects.requireNonNull(chain.getRequest());
        filtered.getInputStream().readAllBytes();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(filtered));
        try {
            return ledger.getBean(Idempotency.class)
                    .onceWithin(CALLER, Resources.API_CREDENTIALS, organization, null, this::create);
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    private ResponseEntity<Object> create(Attempt attempt) {
        ledger.getBean(Commands.class).send(new Counter.Open(attempt.id()), attempt.metadata());
        created.incrementAndGet();
        return ResponseEntity.status(HttpStatus.CREATED).body(attempt.id());
    }

    private static String id(ResponseEntity<Object> answer) {
        return String.valueOf(answer.getBody());
    }

    private static void refuses(ErrorCode code, ThrowingCallable request) {
        assertThatThrownBy(request)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusals().getFirst().code()).isEqualTo(code));
    }

    /** Shows every id that it is asked for. */
    static class EveryResource implements ResourceAnswers {
        @Override
        public boolean awaitWritten() {
            return true;
        }

        @Override
        public ResponseEntity<Object> created(
                Caller caller,
                ResourceType type,
                @Nullable String aggregate,
                String id,
                Map<String, @Nullable Object> shownOnce) {
            return ResponseEntity.status(HttpStatus.CREATED).body(id);
        }

        @Override
        public ResponseEntity<Object> updated(Caller caller, ResourceType type, String id) {
            return ResponseEntity.ok(id);
        }

        @Override
        public ResponseEntity<Object> tried(
                Caller caller, ResourceType type, Row row, Map<String, @Nullable Object> meta) {
            return ResponseEntity.ok(row.id());
        }

        @Override
        public ResponseEntity<Object> done(int status) {
            return ResponseEntity.status(status).build();
        }
    }
}
