package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Does everything the contract publishes at least once, and with success; what is published and not done fails it.
 *
 * <p>To do for a new operation:
 *
 * <ul>
 *   <li>for a GET: nothing. It is asked for as it stands in the document, with ids of what {@link EveryWrite} made or,
 *       failing that, of the first in the list of that resource. One that needs parameters has a line in {@link #NEEDED}.
 *   <li>for anything else: a line in one of the methods of {@link EveryWrite}.
 * </ul>
 */
@ExtendWith(SharedServer.class)
class EveryOperationTest {
    /** By address, its required parameters; the plural name of a resource stands for the id of one. */
    private static final Map<String, String> NEEDED = Map.of(
            "/api/app_registrations/{id}/customer_access", "?customer_id={customers}",
            "/api/dashboard_apps", "?organization_id={organizations}",
            "/api/credential_policy", "?organization_id={organizations}");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Client owner;
    private final Contract contract;

    EveryOperationTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.contract = Contract.of(server);
    }

    @Test
    void everyPublishedOperationIsDone() throws Exception {
        contract.forgetWhatWasDone();
        var writes = new EveryWrite(owner);
        writes.make();
        awaitCheckpoint();
        readAll(writes);
        writes.takeApart();

        assertThat(contract.undone()).isEmpty();
    }

    /** Signed by a timer, some seconds after the entries. */
    private void awaitCheckpoint() throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (owner.get("/api/audit_checkpoints").data().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(200);
        }
    }

    private void readAll(EveryWrite writes) {
        contract.operations().stream()
                .filter(operation -> operation.method().equals("get"))
                .map(operation -> writes.address(operation.path() + NEEDED.getOrDefault(operation.path(), "")))
                .forEach(address -> owner.send("GET", address, null, Map.of("Accept", "*/*")));
    }
}
