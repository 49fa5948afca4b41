package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** If-None-Match as RFC 9110, section 13.1.2, has it, on every read of one resource that there is. */
@ExtendWith(SharedServer.class)
class ConditionalReadsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Something that an answer shows may change between two reads. */
    private static final int TRIES = 5;

    private static final List<String> KEPT =
            List.of("Vary", "Cache-Control", "X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy");

    private final Client owner;
    private final Contract contract;

    ConditionalReadsTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.contract = Contract.of(server);
    }

    @Test
    void answersWithoutABodyWhatTheCallerKnows() throws Exception {
        var writes = new EveryWrite(owner);
        writes.make();
        var read = new ArrayList<String>();
        for (var operation : contract.operations()) {
            if (operation.method().equals("get") && operation.path().startsWith("/api/")) {
                var address = writes.address(operation.path())
                        + (operation.path().equals("/api/credential_policy")
                                ? "?organization_id=" + writes.organization()
                                : "");
                if (check(address, operation.node().at("/responses/304").isObject())) {
                    read.add(operation.path());
                }
            }
        }
        assertThat(read)
                .contains(
                        "/api/app_registrations/{id}",
                        "/api/api_credentials/{id}",
                        "/api/app_registrations/{id}/certificates/{certificate_id}",
                        "/api/memberships/{id}",
                        "/api/credential_policy",
                        "/api/user")
                .hasSizeGreaterThan(20);
    }

    /** Whether it has an entity tag; that it is published with 304 when it has. */
    private boolean check(String address, boolean isPublished) {
        var all = Map.of("Accept", "*/*");
        var shown = owner.send("GET", address, null, all);
        if (shown.status() != 200 || shown.header("ETag").isEmpty() || address.endsWith("openapi.json")) {
            return false;
        }
        assertThat(isPublished).as(address).isTrue();
        var known = owner.send("GET", address, null, Map.of("Accept", "*/*", "If-None-Match", shown.header("ETag")));
        for (int i = 1; i < TRIES && known.status() == 200; i++) {
            shown = owner.send("GET", address, null, all);
            known = owner.send("GET", address, null, Map.of("Accept", "*/*", "If-None-Match", shown.header("ETag")));
        }
        assertThat(known.status()).as(address).isEqualTo(304);
        assertThat(known.text()).isEmpty();
        assertThat(known.header("X-Request-Id")).isNotEmpty();
        for (var header : KEPT) {
            assertThat(known.headers().allValues(header))
                    .as(header)
                    .isEqualTo(shown.headers().allValues(header));
        }
        for (var tags : List.of("*", "\"x\", W/" + known.header("ETag"))) {
            assertThat(conditional("HEAD", address, tags)).as(address + tags).isEqualTo(304);
        }
        assertThat(conditional("GET", address, "\"x\", \"999999\"")).as(address).isEqualTo(200);
        assertThat(owner.send("GET", address, null, Map.of("Accept", "*/*", "If-Match", "\"999999\""))
                        .status())
                .isEqualTo(412);
        return true;
    }

    private int conditional(String method, String address, String tags) {
        return owner.sendBytes(method, address, BodyPublishers.noBody(), Map.of("Accept", "*/*", "If-None-Match", tags))
                .status();
    }

    @Test
    void showsAUseToWhoKnowsTheVersionBeforeIt() throws Exception {
        var ledger = new Ledger(owner);
        var app = ledger.app(ledger.organization("Known"), "integration", "Job");
        var path = "/api/app_registrations/" + app.id();
        var known = owner.get(path).header("ETag");
        assertThat(owner.token(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                app.attribute("client_id").asString(),
                                "client_secret",
                                app.attribute("client_secret").asString()))
                        .status())
                .isEqualTo(200);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (owner.get(path).attribute("last_used_at").isNull() && System.nanoTime() < end) {
            Thread.sleep(200);
        }
        assertThat(conditional("GET", path, known)).isEqualTo(200);
        var name = Json.document("app_registrations", app.id(), Map.of("name", "Job 2"), Map.of());
        assertThat(owner.send("PATCH", path, name, Map.of("If-Match", known)).status())
                .isEqualTo(200);
    }
}
