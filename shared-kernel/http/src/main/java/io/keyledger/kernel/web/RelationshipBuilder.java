package io.keyledger.kernel.web;

import io.keyledger.kernel.web.Attribute.Given;
import io.keyledger.kernel.web.Relationship.Kind;

/** Says one line of a resource's relationship table; what is not said is a no. */
final class RelationshipBuilder {
    private final String name;
    private final String target;
    private final Kind kind;
    private final String field;
    private Given create = Given.NEVER;
    private boolean updatable;
    private boolean filterable;

    private RelationshipBuilder(String name, String target, Kind kind, String field) {
        this.name = name;
        this.target = target;
        this.kind = kind;
        this.field = field;
    }

    static RelationshipBuilder toOne(String name, String target) {
        return new RelationshipBuilder(name, target, Kind.TO_ONE, name + "_id");
    }

    /** The field is the one of the target's rows that holds the own id. */
    static RelationshipBuilder toMany(String target, String field) {
        return toMany(target, target, field);
    }

    /** The same under another name than the target's. */
    static RelationshipBuilder toMany(String name, String target, String field) {
        return new RelationshipBuilder(name, target, Kind.TO_MANY, field);
    }

    /** The field is the own one with the list of ids. */
    static RelationshipBuilder toListed(String target, String field) {
        return new RelationshipBuilder(target, target, Kind.TO_LISTED, field);
    }

    /** The history every resource has; filters do not reach it. */
    static RelationshipBuilder versions() {
        return toMany("versions", "resource_id");
    }

    RelationshipBuilder required() {
        create = Given.REQUIRED;
        return this;
    }

    RelationshipBuilder optional() {
        create = Given.OPTIONAL;
        return this;
    }

    RelationshipBuilder updatable() {
        updatable = true;
        return this;
    }

    RelationshipBuilder filterable() {
        filterable = true;
        return this;
    }

    Relationship build() {
        return new Relationship(name, target, kind, field, create, updatable, filterable);
    }
}
