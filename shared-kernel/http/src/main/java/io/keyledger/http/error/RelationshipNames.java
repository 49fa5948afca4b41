package io.keyledger.http.error;

import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.resources.Resources;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that mean a relationship, not an attribute, in a refusal that has only a plain name. */
final class RelationshipNames {
    private static final Set<String> NAMES = Resources.all().stream()
            .flatMap(type -> type.relationships().stream())
            .filter(RelationshipNames::isGiven)
            .map(Relationship::name)
            .collect(Collectors.toUnmodifiableSet());

    private RelationshipNames() {}

    /** Whether a request may have it: one that is only shown may be called like an attribute of another resource. */
    private static boolean isGiven(Relationship relationship) {
        return relationship.create() != Given.NEVER || relationship.updatable();
    }

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
