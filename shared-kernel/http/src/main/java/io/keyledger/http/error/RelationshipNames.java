package io.keyledger.http.error;

import io.keyledger.http.description.Attribute.Given;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.resources.Resources;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that mean a relationship wherever a rule names only the field it is about. */
final class RelationshipNames {
    private static final Set<String> NAMES = Resources.all().stream()
            .flatMap(type -> type.relationships().stream())
            .filter(RelationshipNames::isGiven)
            .map(Relationship::name)
            .collect(Collectors.toUnmodifiableSet());

    private RelationshipNames() {}

    /** What no request may name is only shown; an attribute elsewhere may have the same name. */
    private static boolean isGiven(Relationship relationship) {
        return relationship.create() != Given.NEVER || relationship.updatable();
    }

    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
