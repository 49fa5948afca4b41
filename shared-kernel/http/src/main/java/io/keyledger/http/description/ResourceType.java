package io.keyledger.http.description;

import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.http.resources.Resources;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One resource of the API: the single description that requests, answers, filters and the published contract are made of.
 *
 * @param name          plural name: in addresses, {@code type} members and views
 * @param subject       the subject of permissions that guards it
 * @param attributes    in the order they are shown
 * @param relationships in the order they are shown
 * @param order         of a list when none is asked for; never empty
 * @param questions     what lists can be asked besides
 * @param searchable    whether {@code filter[text]} finds words in it; its rows have them in {@link Resources#WORDS}
 */
public record ResourceType(
        String name,
        String subject,
        List<Attribute> attributes,
        List<Relationship> relationships,
        List<SortKey> order,
        List<Question> questions,
        boolean searchable) {
    static final List<SortKey> BY_AGE = List.of(new SortKey("created_at", false), new SortKey("id", false));

    /** A resource in the usual order, the oldest first. */
    public ResourceType(String name, String subject, List<Attribute> attributes, List<Relationship> relationships) {
        this(name, subject, attributes, relationships, BY_AGE, List.of(), false);
    }

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
