package io.keyledger.http.request;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON of a request more strictly than JSON itself asks for, so that what is stored can always be given back:
 * UTF-8 only, no member twice, at most {@value #MAX_DEPTH} levels and {@value #MAX_TOKENS} tokens, no lone surrogate, no
 * number beyond a double.
 */
public final class ApiJson {
    /** Deepest nesting of objects and arrays. */
    public static final int MAX_DEPTH = 100;

    /**
     * Most names, values and brackets: a parsed one takes some forty times the memory of its shortest text. The longest
     * lists that any resource takes have a third of it.
     */
    public static final int MAX_TOKENS = 20_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxTokenCount(MAX_TOKENS)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ApiJson() {}

    /**
     * The document in the bytes.
     *
     * @throws InvalidValue {@link ErrorCode#INVALID_DATA_FORMAT}
     */
    public static JsonNode parse(byte[] utf8) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8));
            return parse(text.toString());
        } catch (CharacterCodingException e) {
            throw invalid("the body is not UTF-8");
        }
    }

    /**
     * The document in the text.
     *
     * @throws InvalidValue {@link ErrorCode#INVALID_DATA_FORMAT}
     */
    public static JsonNode parse(String text) {
        JsonNode tree;
        try {
            tree = MAPPER.readTree(text);
        } catch (StreamConstraintsException e) {
            throw invalid("the body is nested deeper than " + MAX_DEPTH + " levels, has more than " + MAX_TOKENS
                    + " names, values and brackets, or a number that is too long");
        } catch (JacksonException e) {
            throw invalid("the body is no JSON document that can be read here");
        }
        if (tree.isMissingNode()) {
            throw invalid("the body is empty");
        }
        checkStorable(tree);
        return tree;
    }

    /** A JSON object as plain maps, lists, strings, numbers, booleans and nulls. */
    public static Map<String, Object> plain(JsonNode object) {
        return MAPPER.treeToValue(object, new TypeReference<>() {});
    }

    private static void checkStorable(JsonNode node) {
        if (node.isString()) {
            checkText(node.stringValue());
        } else if (node.isFloatingPointNumber() && !Double.isFinite(node.doubleValue())) {
            throw invalid("a number is too large");
        } else if (node.isObject()) {
            node.propertyNames().forEach(ApiJson::checkText);
        }
        node.values().forEach(ApiJson::checkStorable);
    }

    private static void checkText(String text) {
        if (text.codePoints().anyMatch(c -> Character.getType(c) == Character.SURROGATE)) {
            throw invalid("a text has half of a surrogate pair");
        }
    }

    private static InvalidValue invalid(String detail) {
        return new InvalidValue(new Refusal(ErrorCode.INVALID_DATA_FORMAT, detail));
    }
}
