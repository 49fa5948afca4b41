package io.keyledger.kernel.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of the API: the single description that requests, answers, filters and the published contract are made of.
 *
 * @param name          plural name: in addresses, {@code type} members and views
 * @param subject       the subject of permissions that guards it
 * @param attributes    in the order they are shown
 * @param relationships in the order they are shown
 */
public record ResourceType(String name, String subject, List<Attribute> attributes, List<Relationship> relationships) {

    /** The attribute of that name, or null. */
    public @Nullable Attribute attribute(String attributeName) {
        return attributes.stream()
                .filter(a -> a.name().equals(attributeName))
                .findFirst()
                .orElse(null);
    }

    /** The relationship of that name, or null. */
    public @Nullable Relationship relationship(String relationshipName) {
        return relationships.stream()
                .filter(r -> r.name().equals(relationshipName))
                .findFirst()
                .orElse(null);
    }
}
