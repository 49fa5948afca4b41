package io.keyledger.acceptance;

import io.keyledger.acceptance.Contract.Located;
import io.keyledger.acceptance.Contract.Operation;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Compares answers with what the contract says of one operation: status, headers, media type, body. */
record AnswerCheck(Contract contract, Operation operation) {

    /** What is wrong with the answer; nothing when all is well. */
    List<String> faults(Answer answer) {
        var response = contract.resolve(operation.pointer() + "/responses/" + answer.status());
        if (response.node().isMissingNode()) {
            return List.of("the status " + answer.status() + " is not documented");
        }
        var faults = new ArrayList<String>();
        response.node().path("headers").properties().forEach(header -> {
            var pointer = response.pointer() + "/headers/" + header.getKey();
            checkHeader(header.getKey(), contract.resolve(pointer), answer, faults);
        });
        checkBody(response, answer, faults);
        return faults;
    }

    private void checkHeader(String name, Located described, Answer answer, List<String> faults) {
        var given = answer.headers().firstValue(name);
        if (given.isEmpty()) {
            if (described.node().path("required").asBoolean()) {
                faults.add("the header " + name + " is missing");
            }
            return;
        }
        var isNumber = described.node().at("/schema/type").asString("").equals("integer");
        var value = isNumber ? Json.read(given.get()) : Json.MAPPER.valueToTree(given.get());
        contract.faults(described.pointer() + "/schema", value).forEach(fault -> faults.add(name + ": " + fault));
    }

    private void checkBody(Located response, Answer answer, List<String> faults) {
        var content = response.node().path("content");
        if (content.isEmpty() || answer.text().isEmpty()) {
            if (content.isEmpty() != answer.text().isEmpty()) {
                faults.add(content.isEmpty() ? "a body that is not documented" : "no body");
            }
            return;
        }
        var mediaType = answer.header("Content-Type").split(";", -1)[0];
        if (!content.has(mediaType)) {
            faults.add("the media type " + mediaType + " is not documented");
            return;
        }
        var pointer = response.pointer() + "/content/" + mediaType.replace("/", "~1") + "/schema";
        faults.addAll(contract.faults(pointer, body(mediaType, answer)));
    }

    private static JsonNode body(String mediaType, Answer answer) {
        return mediaType.endsWith("json") && !mediaType.endsWith("ndjson")
                ? answer.json()
                : Json.MAPPER.valueToTree(answer.text());
    }
}
