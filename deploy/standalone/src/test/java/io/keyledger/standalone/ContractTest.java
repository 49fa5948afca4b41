package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The contract of the whole service: making it fails when a mapping is not described. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContractTest {
    private RunningLedger ledger;
    private JsonNode contract;

    @BeforeAll
    void readTheContract(@TempDir Path data) throws IOException, InterruptedException {
        ledger = new RunningLedger(data);
        var answer = ledger.fetch("/api/openapi.json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        contract = RunningLedger.json(answer.body());
    }

    @AfterAll
    void stop() {
        ledger.close();
    }

    @Test
    void describesBothSidesAndTheTokenService() {
        assertThat(contract.path("openapi").asString()).isEqualTo("3.1.0");
        assertThat(contract.path("paths").propertyNames())
                .contains("/api/api_credentials", "/api/roles/{id}/permissions", "/api/openapi.json")
                .contains("/oauth/token", "/oauth/revoke", "/oauth/introspect", "/oauth/jwks");
        assertThat(contract.at("/paths/~1api~1roles").propertyNames()).containsExactly("get", "post");
    }

    @Test
    void givesEveryOperationANameOfItsOwnAndATitle() {
        var ids =
                operations().stream().map(o -> o.path("operationId").asString()).toList();

        assertThat(ids).doesNotHaveDuplicates().doesNotContain("").allMatch(id -> id.matches("[a-z][A-Za-z0-9]+"));
        assertThat(operations()).allMatch(o -> !o.path("summary").asString().isBlank());
    }

    @Test
    void namesNothingThatItDoesNotHave() {
        var references = new ArrayList<String>();
        collect(contract, references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                contract.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void needsATokenForEverythingButWhatIsOpen() {
        assertThat(contract.path("security").size()).isPositive();
        assertThat(operations().stream()
                        .filter(o -> o.has("security"))
                        .map(o -> o.path("operationId").asString()))
                .allMatch(id -> Set.of(
                                        "showContract",
                                        "issueToken",
                                        "revokeToken",
                                        "introspectToken",
                                        "reportLeakedClientSecrets",
                                        "showInvitation",
                                        "acceptInvitation")
                                .contains(id)
                        || id.startsWith("showPublicKeys")
                        || id.startsWith("showOauth"));
    }

    private List<JsonNode> operations() {
        return contract.path("paths").values().stream()
                .flatMap(path -> path.values().stream())
                .toList();
    }

    private static void collect(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asString());
        }
        node.values().forEach(child -> collect(child, references));
    }
}
