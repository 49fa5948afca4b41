package io.keyledger.http.description;

import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship.Kind;

/** Builds one line of a resource's relationship table; what is not set is false. */
public final class RelationshipBuilder {
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

    public static RelationshipBuilder toOne(String name, String target) {
        return new RelationshipBuilder(name, target, Kind.TO_ONE, name + "_id");
    }

    /** The field is the one of the target's rows that holds the own id. */
    public static RelationshipBuilder toMany(String target, String field) {
        return toMany(target, target, field);
    }

    /** The same under another name than the target's. */
    public static RelationshipBuilder toMany(String name, String target, String field) {
        return new RelationshipBuilder(name, target, Kind.TO_MANY, field);
    }

    /** The field is the own one with the list of ids. */
    public static RelationshipBuilder toListed(String target, String field) {
        return new RelationshipBuilder(target, target, Kind.TO_LISTED, field);
    }

    /** The history every resource has; it cannot be filtered on. */
    public static RelationshipBuilder versions() {
        return toMany("versions", "resource_id");
    }

    public RelationshipBuilder required() {
        create = Given.REQUIRED;
        return this;
    }

    public RelationshipBuilder optional() {
        create = Given.OPTIONAL;
        return this;
    }

    public RelationshipBuilder updatable() {
        updatable = true;
        return this;
    }

    public RelationshipBuilder filterable() {
        filterable = true;
        return this;
    }

    Relationship build() {
        return new Relationship(name, target, kind, field, create, updatable, filterable);
    }
}
