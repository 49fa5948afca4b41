package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.AuditedWrites.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every published write is in the audit log: once when it was accepted, not at all otherwise. */
@ExtendWith(SharedServer.class)
class EveryWriteIsAuditedTest {
    private static final String LOG = "/api/audit_events?page%5Bsize%5D=25&filter%5Bq%5D%5Brequest_id_eq%5D=";

    /**
     * Answered with success, but nothing is recorded: a token makes no event, an unknown secret belongs to no
     * organization.
     */
    private static final Set<String> WITHOUT_TRACE =
            Set.of("POST /oauth/token", "POST /oauth/introspect", "POST /api/leaked_secrets");

    /** Recorded without a before and after: the token is no resource. */
    private static final Set<String> WITHOUT_CHANGES =
            Set.of("POST /oauth/revoke", "POST /api/app_registrations/{id}/revoke_tokens");

    /** Actors by a credential in the request, not by a token. */
    private static final Map<String, String> OTHER_ACTORS =
            Map.of("POST /oauth/revoke", "app", "POST /activate", "user");

    private final Client owner;
    private final Contract contract;

    EveryWriteIsAuditedTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.contract = Contract.of(server);
    }

    @Test
    void tellsEachAcceptedWriteOnceAndNoOther() throws Exception {
        var writes = new AuditedWrites(contract, owner);
        var every = new EveryWrite(owner.watched(writes));
        var ledger = new Ledger(owner);
        writes.alsoTriedBy(ledger.integration(every.organization(), ledger.role(every.organization(), "read_only")));
        every.make();
        every.takeApart();

        assertThat(writes.operations()).containsAll(publishedWrites());
        var softly = new SoftAssertions();
        writes.accepted().forEach(write -> checkAccepted(softly, write));
        writes.inVain().forEach(write -> checkWithoutChange(softly, write));
        softly.assertAll();
        assertThat(writes.inVain().stream().map(Write::status)).contains(403, 422);
    }

    private Set<String> publishedWrites() {
        var names = new TreeSet<String>();
        contract.operations().stream()
                .filter(operation -> !operation.method().equals("get"))
                .forEach(operation -> names.add(AuditedWrites.name(operation)));
        return names;
    }

    private void checkAccepted(SoftAssertions softly, Write write) {
        var entries = entries(write);
        if (WITHOUT_TRACE.contains(write.operation())) {
            softly.assertThat(entries).as(write.operation()).isEmpty();
            return;
        }
        softly.assertThat(entries).as(write.operation()).isNotEmpty();
        var subjects = entries.stream()
                .map(entry -> entry.at("/attributes/resource_type").asString("")
                        + entry.at("/attributes/resource_id").asString(""))
                .toList();
        softly.assertThat(subjects).as(write.operation()).doesNotHaveDuplicates();
        entries.forEach(entry -> checkEntry(softly, write, entry));
    }

    private static void checkEntry(SoftAssertions softly, Write write, JsonNode entry) {
        var what = write.operation() + " " + entry;
        var attributes = entry.path("attributes");
        softly.assertThat(attributes.at("/actor/kind").asString(""))
                .as(what)
                .isEqualTo(OTHER_ACTORS.getOrDefault(write.operation(), "user"));
        softly.assertThat(attributes.at("/actor/id").asString("")).as(what).isNotEmpty();
        softly.assertThat(attributes.at("/actor/name").asString("")).as(what).isNotEmpty();
        softly.assertThat(attributes.path("ip").asString("")).as(what).isEqualTo("127.0.0.1");
        softly.assertThat(attributes.path("user_agent").asString("")).as(what).isNotEmpty();
        softly.assertThat(attributes.path("resource_id").asString("")).as(what).isNotEmpty();
        softly.assertThat(attributes.path("resource_type").asString(""))
                .as(what)
                .isNotEmpty();
        softly.assertThat(write.wasUnderWayAt(
                        Instant.parse(attributes.path("occurred_at").asString())))
                .as(what)
                .isTrue();
        var changes = attributes.path("changes");
        if (!WITHOUT_CHANGES.contains(write.operation())) {
            softly.assertThat(changes).as(what).isNotEmpty();
        }
        changes.forEach(pair -> softly.assertThat(pair).as(what).hasSize(2));
    }

    /** The refusal itself may be recorded, but no change. */
    private void checkWithoutChange(SoftAssertions softly, Write write) {
        var told = new ArrayList<String>();
        entries(write).forEach(entry -> told.add(entry.at("/attributes/type").asString()));
        told.remove("access.refused");
        softly.assertThat(told).as(write.status() + " " + write.operation()).isEmpty();
    }

    private List<JsonNode> entries(Write write) {
        var answer = owner.get(LOG + write.requestId());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return List.copyOf(answer.data().values());
    }
}
