package io.keyledger.command.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.http.request.ApiJson;
import io.keyledger.kernel.problem.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One form of all texts that are the same JSON document: members in the order of their names, no white space, no
 * escape that need not be, and numbers by their value, so that {@code 1}, {@code 1.0} and {@code 1e0} are one (RFC
 * 8259, section 6: JSON has one kind of number). The elements of an array stay in their order.
 */
final class JsonDocument {
    private static final JsonMapper TEXTS = JsonMapper.shared();

    private JsonDocument() {}

    /** Whether the media type of the request says that its body is one. */
    static boolean isGivenIn(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).endsWith("json");
    }

    /** That form; the bytes as they are when they are no document that can be read. */
    static byte[] canonical(byte[] body) {
        try {
            return text(ApiJson.parse(body)).getBytes(UTF_8);
        } catch (InvalidValue e) {
            return body;
        }
    }

    private static String text(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(member -> TEXTS.writeValueAsString(member.getKey()) + ':' + text(member.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(JsonDocument::text).collect(Collectors.joining(",", "[", "]"));
        }
        return node.isNumber() ? number(node) : TEXTS.writeValueAsString(node);
    }

    private static String number(JsonNode node) {
        return new BigDecimal(node.asString()).stripTrailingZeros().toString();
    }
}
