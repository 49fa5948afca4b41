package io.keyledger.command.app.web;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.error.Source;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.secret.SecretFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report of leaked secrets. What else is in its document, and what of it cannot be read, is left out: it must not keep
 * a secret alive.
 *
 * @param secrets   all that looks like one in its texts
 * @param sourceUrl where they were found; null when none was given, or no web address
 */
record LeakReport(Set<String> secrets, @Nullable String sourceUrl) {
    private static final String SECRETS = "secrets";
    private static final String SOURCE = "source_url";

    /**
     * Reads the body of a request.
     *
     * @throws InvalidValue when it is no document of this type, has no list of secrets or too many different ones
     */
    static LeakReport of(JsonNode body) {
        var secrets = read(body, SECRETS).strings(SECRETS).stream()
                .flatMap(SecretFormat::allIn)
                .collect(Collectors.toUnmodifiableSet());
        if (secrets.size() > Attribute.LONGEST_LIST) {
            throw new InvalidValue(new Refusal(
                    ErrorCode.VALIDATION_ERROR,
                    "is too long (maximum is " + Attribute.LONGEST_LIST + " different secrets)",
                    Source.attribute(SECRETS),
                    "too_long",
                    Map.of("count", Attribute.LONGEST_LIST)));
        }
        return new LeakReport(secrets, source(body));
    }

    private static @Nullable String source(JsonNode body) {
        try {
            return read(body, SECRETS, SOURCE).string(SOURCE);
        } catch (InvalidValue e) {
            return null;
        }
    }

    private static ResourceInput read(JsonNode body, String... attributes) {
        return ResourceInput.forCreate(Resources.LEAK_REPORT, only(body, List.of(attributes)));
    }

    /** The same document with these attributes alone; one of another form as it is, so that it is refused for that. */
    private static JsonNode only(JsonNode body, List<String> attributes) {
        if (!body.path("data").path("attributes").isObject()) {
            return body;
        }
        var data = copy(body.path("data"), List.of("type"));
        data.set("attributes", copy(body.path("data").path("attributes"), attributes));
        return JsonNodeFactory.instance.objectNode().set("data", data);
    }

    private static ObjectNode copy(JsonNode object, List<String> members) {
        var copy = JsonNodeFactory.instance.objectNode();
        members.stream().filter(object::has).forEach(member -> copy.set(member, object.get(member)));
        return copy;
    }
}
