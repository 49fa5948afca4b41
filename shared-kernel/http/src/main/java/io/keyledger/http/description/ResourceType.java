package io.keyledger.http.description;

import io.keyledger.http.description.ReadOptions.SortKey;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One resource of the API: the single description that requests, answers, filters and the published contract are made
 * of.
 *
 * @param name          plural name: in addresses, {@code type} members and views
 * @param subject       the subject of permissions that guards it
 * @param attributes    in the order they are shown
 * @param relationships in the order they are shown
 * @param order         of a list when none is asked for; never empty
 * @param questions     further filters of its lists
 * @param searchable    whether {@code filter[text]} finds words in it; its rows have them in a list of words
 * @param readers       who reads its rows
 * @param keptAs        name under which views and history keep what it shows: its own, or that of the other face
 * @param callersOne    the address below {@code /api} of the caller's own one, without an id; null when there is none
 * @param traits        what else is special about it
 */
public record ResourceType(
        String name,
        String subject,
        List<Attribute> attributes,
        List<Relationship> relationships,
        List<SortKey> order,
        List<Question> questions,
        boolean searchable,
        Readers readers,
        String keptAs,
        @Nullable String callersOne,
        Set<Trait> traits) {
    static final List<SortKey> BY_AGE = List.of(new SortKey("created_at", false), new SortKey("id", false));

    /** A resource in the usual order, the oldest first. */
    public ResourceType(String name, String subject, List<Attribute> attributes, List<Relationship> relationships) {
        this(
                name,
                subject,
                attributes,
                relationships,
                BY_AGE,
                List.of(),
                false,
                Readers.BY_PERMISSION,
                name,
                null,
                Set.of());
    }

    /** Who reads the rows of a resource. */
    public enum Readers {
        /** Callers who may read the resource's subject in the organization that the row belongs to. */
        BY_PERMISSION,
        /** Only the user that the row shows. */
        ITSELF,
        /** Callers who may read the resource whose history it is. */
        OF_WHAT_IT_TELLS,
        /** Every caller. */
        ALL
    }

    /** What is special about a resource. */
    public enum Trait {
        /** There is one per caller, which has no address with an id. */
        SINGLETON,
        /** Each is a part of one app, addressed under it as well. */
        PART_OF_APP,
        /** Its changes are recorded in the history of the resource that leads to it. */
        TOLD_BY_ITS_OWNER,
        /** It can be read as it was at any time, with its parts. Source: CONTRACT A3. */
        WITH_PAST,
        /** A change of it can be tried without being made. Source: CONTRACT A4. */
        TRIED_ON_REQUEST,
        /** Its last use is recorded by its id. */
        USED,
        /** Answers show values that change without its version, so its entity tag is of the whole document. */
        SHOWS_MORE_THAN_ITS_VERSION
    }

    /** Whether it has the trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
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
