package io.keyledger.http.openapi;

import io.keyledger.http.description.Attribute;
import io.keyledger.kernel.reference.FreeForm;

/** The schema of one attribute, in answers and in requests. */
final class AttributeSchemas {
    /** Those below U+10000 that are refused everywhere in a text; joiners are refused by what stands beside them. */
    private static final String HIDDEN =
            "\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u0600-\\u0605\\u061c\\u06dd\\u070f"
                    + "\\u0890\\u0891\\u08e2\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800"
                    + "\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb";

    private static final String PLAIN = "[^" + HIDDEN + "]*";

    /** Also not the combining marks that are most common, alone. */
    private static final String VISIBLE = "[^\\s\\u0300-\\u036f\\u200c\\u200d\\ufe00-\\ufe0f" + HIDDEN + "]";

    private static final String PLAIN_TEXT = "^" + PLAIN + "$";
    private static final String NOT_BLANK = "^" + PLAIN + VISIBLE + PLAIN + "$";

    private AttributeSchemas() {}

    /** In answers: an object is never null there. */
    static Schema shown(Attribute attribute) {
        var schema = type(attribute);
        var oneOf = attribute.rules().oneOf();
        if (oneOf != null) {
            schema = schema.with("enum", oneOf.stream().sorted().toList());
        }
        var isNull = attribute.nullable() && attribute.type() != Attribute.Type.OBJECT;
        return isNull ? schema.nullable() : schema;
    }

    /** In requests. */
    static Schema given(Attribute attribute) {
        var schema = switch (attribute.type()) {
            case STRINGS -> list(ruled(Schema.of("string"), attribute, true), attribute);
            case LINES ->
                Schema.list(Schema.of("string"))
                        .with("minItems", 1)
                        .with("maxItems", attribute.rules().longest());
            case INTEGERS -> list(ruled(Schema.of("integer"), attribute, false), attribute);
            case OBJECT -> type(attribute).with("maxProperties", FreeForm.MOST_MEMBERS);
            default -> ruled(type(attribute), attribute, attribute.type() == Attribute.Type.STRING);
        };
        return attribute.nullable() ? schema.nullable() : schema;
    }

    private static Schema list(Schema element, Attribute attribute) {
        return Schema.list(element)
                .with("maxItems", attribute.rules().longest())
                .with("uniqueItems", true);
    }

    private static Schema ruled(Schema bare, Attribute attribute, boolean isText) {
        var schema = bare;
        var rules = attribute.rules();
        if (rules.oneOf() != null) {
            schema = schema.with("enum", rules.oneOf().stream().sorted().toList());
        } else if (isText) {
            var pattern = rules.pattern() == null ? text(attribute) : "^(?:" + rules.pattern() + ")$";
            schema = schema.with("pattern", pattern);
        }
        if (rules.min() != null) {
            schema = schema.with(isText ? "minLength" : "minimum", rules.min());
        }
        if (rules.max() != null && rules.oneOf() == null) {
            schema = schema.with(isText ? "maxLength" : "maximum", rules.max());
        }
        return schema;
    }

    private static String text(Attribute attribute) {
        return attribute.nullable() ? PLAIN_TEXT : NOT_BLANK;
    }

    private static Schema type(Attribute attribute) {
        return switch (attribute.type()) {
            case STRING -> Schema.of("string");
            case STRINGS, LINES -> Schema.list(Schema.of("string"));
            case INTEGER -> Schema.of("integer");
            case INTEGERS -> Schema.list(Schema.of("integer"));
            case BOOLEAN -> Schema.of("boolean");
            case DATE -> Schema.text("date-time");
            case OBJECT -> Schema.of("object");
        };
    }
}
