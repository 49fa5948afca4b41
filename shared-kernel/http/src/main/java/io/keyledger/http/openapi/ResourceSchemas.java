package io.keyledger.http.openapi;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.resources.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** The schemas of one resource: in answers, in creations and in changes. */
record ResourceSchemas(ResourceType type) {
    private static final AttributeTexts TEXTS = AttributeTexts.shipped();
    private static final String ATTRIBUTES = "attributes";
    private static final String RELATIONSHIPS = "relationships";
    private static final String DATA = "data";

    /** The resource object; {@code fields} may leave out any attribute and relationship. */
    Schema shown() {
        var attributes = Schema.object();
        for (var attribute : type.attributes()) {
            attributes = attribute.writeOnly()
                    ? attributes
                    : attributes.member(attribute.name(), TEXTS.in(type, attribute, AttributeSchemas.shown(attribute)));
        }
        var relationships = Schema.object();
        for (var relationship : type.relationships()) {
            relationships = relationships.member(relationship.name(), Schema.named(leading(relationship)));
        }
        return identifier()
                .member("links", Schema.object().member("self", uri()).requiringAll())
                .member(ATTRIBUTES, attributes)
                .member(RELATIONSHIPS, relationships)
                .requiringAll();
    }

    Schema identifier() {
        return Schema.object()
                .member("id", Schema.named("Id"))
                .member("type", Schema.only(type.name()))
                .requiringAll();
    }

    /** A relationship to one of them, or to none. */
    Schema toOne() {
        return relationship(identifier(type).nullable());
    }

    /** A relationship to several of them. */
    Schema toMany() {
        return relationship(Schema.list(identifier(type)));
    }

    /** The body that makes one. */
    Schema create() {
        return new Taken(a -> a.create() != Given.NEVER, r -> r.create() != Given.NEVER, true).body(false);
    }

    /** The body that changes one. */
    Schema update() {
        return new Taken(Attribute::updatable, Relationship::updatable, false).body(true);
    }

    /** The body of an action to one that exists; the table is the action's. */
    Schema action() {
        return new Taken(a -> a.create() != Given.NEVER, r -> r.create() != Given.NEVER, true).body(true);
    }

    private static Schema relationship(Schema data) {
        var links =
                Schema.object().member("self", uri()).member("related", uri()).requiringAll();
        return Schema.object().member("links", links).requiringAll().member(DATA, data);
    }

    private static String leading(Relationship relationship) {
        return Names.singular(Resources.target(relationship)) + (relationship.many() ? "ToMany" : "ToOne");
    }

    private static Schema identifier(ResourceType type) {
        return Schema.named(Names.singular(type) + "Identifier");
    }

    private static Schema uri() {
        return Schema.text("uri");
    }

    /** The part of the table that one kind of request has. */
    private final class Taken {
        private final List<Attribute> attributes;
        private final List<Relationship> relationships;
        private final boolean isNew;

        Taken(Predicate<Attribute> attribute, Predicate<Relationship> relationship, boolean isNew) {
            this.attributes = type.attributes().stream().filter(attribute).toList();
            this.relationships =
                    type.relationships().stream().filter(relationship).toList();
            this.isNew = isNew;
        }

        /** The service ignores members of the document and of its data that it does not know, as JSON:API asks for. */
        Schema body(boolean hasId) {
            var needsId = hasId && !type.is(Trait.SINGLETON);
            var data = hasId ? identifier() : Schema.object().member("type", Schema.only(type.name()));
            var needed = new ArrayList<>(needsId ? List.of("type", "id") : List.of("type"));
            var given = Schema.object();
            for (var attribute : attributes) {
                given = given.member(attribute.name(), TEXTS.in(type, attribute, AttributeSchemas.given(attribute)));
            }
            var requiredAttributes = required(attributes, Attribute::create, Attribute::name);
            data = data.member(ATTRIBUTES, given.requiring(requiredAttributes));
            var leads = Schema.object();
            for (var relationship : relationships) {
                leads = leads.member(relationship.name(), given(relationship));
            }
            var requiredRelationships = required(relationships, Relationship::create, Relationship::name);
            data = data.member(RELATIONSHIPS, leads.requiring(requiredRelationships));
            if (!requiredAttributes.isEmpty()) {
                needed.add(ATTRIBUTES);
            }
            if (!requiredRelationships.isEmpty()) {
                needed.add(RELATIONSHIPS);
            }
            return Schema.object()
                    .member(DATA, data.requiring(needed).open())
                    .requiringAll()
                    .open();
        }

        private <T> List<String> required(List<T> taken, Function<T, Given> given, Function<T, String> name) {
            return taken.stream()
                    .filter(one -> isNew && given.apply(one) == Given.REQUIRED)
                    .map(name)
                    .toList();
        }

        private static Schema given(Relationship relationship) {
            var one = identifier(Resources.target(relationship));
            var value = relationship.create() == Given.REQUIRED ? one : one.nullable();
            return Schema.object()
                    .member(
                            DATA,
                            relationship.many() ? Schema.list(one).with("maxItems", Relationship.LONGEST_LIST) : value)
                    .requiringAll()
                    .open();
        }
    }
}
