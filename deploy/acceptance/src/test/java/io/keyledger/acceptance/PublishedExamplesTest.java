package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** The examples of the published contract are allowed by the schemas they illustrate. */
@ExtendWith(SharedServer.class)
class PublishedExamplesTest {
    private static final int FEWEST = 100;

    private final Contract contract;

    PublishedExamplesTest(RunningServer server) {
        this.contract = Contract.of(server);
    }

    @Test
    void everyExampleIsValid() {
        var examples = new TreeMap<String, JsonNode>();
        collect("/components/schemas", contract.document().at("/components/schemas"), examples);

        assertThat(examples).hasSizeGreaterThan(FEWEST);
        examples.forEach((pointer, example) ->
                assertThat(contract.faults(pointer, example)).as(pointer).isEmpty());
    }

    /** By the place of its schema. */
    private static void collect(String pointer, JsonNode node, Map<String, JsonNode> examples) {
        if (node.path("examples").isArray()) {
            examples.put(pointer, node.path("examples").path(0));
        }
        node.properties().stream()
                .filter(member -> !member.getKey().equals("examples"))
                .forEach(member -> collect(pointer + '/' + member.getKey(), member.getValue(), examples));
    }
}
