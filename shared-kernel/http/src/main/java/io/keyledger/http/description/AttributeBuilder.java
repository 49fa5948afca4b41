package io.keyledger.http.description;

import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Attribute.Rules;
import java.util.Set;

/** Builds one line of a resource's attribute table; what is not set is false. */
public final class AttributeBuilder {
    private static final int DEFAULT_MAX_LENGTH = 255;

    private final String name;
    private final Attribute.Type type;
    private boolean nullable;
    private Given create = Given.NEVER;
    private boolean updatable;
    private boolean filterable;
    private boolean sortable;
    private boolean writeOnly;
    private Rules rules;

    private AttributeBuilder(String name, Attribute.Type type, Rules rules) {
        this.name = name;
        this.type = type;
        this.rules = rules;
    }

    public static AttributeBuilder string(String name) {
        return new AttributeBuilder(name, Attribute.Type.STRING, new Rules(null, null, null, DEFAULT_MAX_LENGTH, null));
    }

    /** A list; the rules hold for each element. */
    public static AttributeBuilder strings(String name) {
        return new AttributeBuilder(
                name, Attribute.Type.STRINGS, new Rules(null, null, null, DEFAULT_MAX_LENGTH, null));
    }

    /** A list of what was found somewhere, of at most so many characters each. */
    public static AttributeBuilder lines(String name) {
        return new AttributeBuilder(name, Attribute.Type.LINES, Rules.NONE).neverShown();
    }

    public static AttributeBuilder integer(String name) {
        return new AttributeBuilder(name, Attribute.Type.INTEGER, Rules.NONE);
    }

    /** A list; the rules hold for each element. */
    public static AttributeBuilder integers(String name) {
        return new AttributeBuilder(name, Attribute.Type.INTEGERS, Rules.NONE);
    }

    public static AttributeBuilder bool(String name) {
        return new AttributeBuilder(name, Attribute.Type.BOOLEAN, Rules.NONE);
    }

    public static AttributeBuilder date(String name) {
        return new AttributeBuilder(name, Attribute.Type.DATE, Rules.NONE);
    }

    public static AttributeBuilder object(String name) {
        return new AttributeBuilder(name, Attribute.Type.OBJECT, Rules.NONE);
    }

    /** An attribute that does something and is never shown. */
    public static AttributeBuilder trigger(String name) {
        return bool(name).nullable().neverShown();
    }

    public AttributeBuilder required() {
        create = Given.REQUIRED;
        return this;
    }

    public AttributeBuilder optional() {
        create = Given.OPTIONAL;
        return this;
    }

    /** Accepted and never shown; so it may have line breaks. */
    public AttributeBuilder neverShown() {
        writeOnly = true;
        return this;
    }

    public AttributeBuilder nullable() {
        nullable = true;
        return this;
    }

    public AttributeBuilder updatable() {
        updatable = true;
        return this;
    }

    public AttributeBuilder filterable() {
        filterable = true;
        return this;
    }

    public AttributeBuilder sortable() {
        sortable = true;
        return this;
    }

    public AttributeBuilder oneOf(String... values) {
        rules = new Rules(Set.of(values), null, null, null, rules.most());
        return this;
    }

    public AttributeBuilder matching(String pattern) {
        rules = new Rules(null, pattern, rules.min(), rules.max(), rules.most());
        return this;
    }

    public AttributeBuilder atMost(int max) {
        rules = new Rules(rules.oneOf(), rules.pattern(), rules.min(), max, rules.most());
        return this;
    }

    public AttributeBuilder between(int min, int max) {
        rules = new Rules(null, null, min, max, rules.most());
        return this;
    }

    /** No more elements than that. */
    public AttributeBuilder listing(int most) {
        rules = new Rules(rules.oneOf(), rules.pattern(), rules.min(), rules.max(), most);
        return this;
    }

    public Attribute build() {
        return new Attribute(name, type, nullable, create, updatable, filterable, sortable, writeOnly, rules);
    }
}
