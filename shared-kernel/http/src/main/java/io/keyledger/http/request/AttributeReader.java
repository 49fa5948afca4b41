package io.keyledger.http.request;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.error.Source;
import io.keyledger.kernel.reference.FreeForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns one JSON value into the value of an attribute: String, Integer, a List of either, Boolean, Map or null. */
final class AttributeReader {
    private final InputFaults faults;

    AttributeReader(InputFaults faults) {
        this.faults = faults;
    }

    /** The value; null also when a fault was found. */
    @Nullable
    Object read(Attribute attribute, JsonNode value) {
        if (value.isNull()) {
            return none(attribute);
        }
        return switch (attribute.type()) {
            case STRING -> string(attribute, value);
            case STRINGS, INTEGERS -> new ListRules(attribute, faults).check(value);
            case LINES -> new LineRules(attribute, faults).check(value);
            case INTEGER -> new NumberRules(attribute, field(attribute), faults).check(value);
            case BOOLEAN -> bool(attribute, value);
            case OBJECT -> object(attribute, value);
            case DATE -> throw new IllegalStateException(attribute.name() + " is a date, and no request sets one");
        };
    }

    private @Nullable Object none(Attribute attribute) {
        if (!attribute.nullable()) {
            faults.value(field(attribute), "blank", "can't be blank");
        }
        return null;
    }

    private @Nullable Object string(Attribute attribute, JsonNode value) {
        return value.isString()
                ? new TextRules(attribute, field(attribute), faults).check(value.stringValue())
                : invalid(attribute, "must be a string");
    }

    private @Nullable Object bool(Attribute attribute, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return switch (value.isString() ? value.stringValue() : "") {
            case "true" -> true;
            case "false" -> false;
            default -> wrong(attribute, "inclusion", "must be true or false");
        };
    }

    private @Nullable Object object(Attribute attribute, JsonNode value) {
        if (!value.isObject()) {
            return invalid(attribute, "must be an object");
        }
        var object = ApiJson.plain(value);
        var fault = FreeForm.fault(field(attribute), object);
        if (fault != null) {
            faults.value(fault);
            return null;
        }
        return object;
    }

    private @Nullable Object invalid(Attribute attribute, String detail) {
        return wrong(attribute, "invalid", detail);
    }

    private @Nullable Object wrong(Attribute attribute, String rule, String detail) {
        faults.value(field(attribute), rule, detail);
        return null;
    }

    static String field(Attribute attribute) {
        return Source.attribute(attribute.name());
    }
}
