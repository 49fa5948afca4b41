package io.keyledger.http.description;

import static io.keyledger.http.description.AttributeBuilder.date;
import static io.keyledger.http.description.AttributeBuilder.object;
import static io.keyledger.http.description.AttributeBuilder.string;

import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.http.description.ResourceType.Readers;
import io.keyledger.http.description.ResourceType.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds the description of a resource, in the order of the contract's tables. */
public final class ResourceBuilder {
    private final String name;
    private String subject;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Relationship> relationships = new ArrayList<>();

    private List<SortKey> order = ResourceType.BY_AGE;
    private final List<Question> questions = new ArrayList<>();
    private boolean searchable;
    private Readers readers = Readers.BY_PERMISSION;
    private String keptAs;
    private @Nullable String callersOne;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);

    private ResourceBuilder(String name) {
        this.name = name;
        this.subject = name;
        this.keptAs = name;
    }

    public static ResourceBuilder resource(String name) {
        return new ResourceBuilder(name);
    }

    /** The subject of permissions that guards it, when that is not its own name. */
    public ResourceBuilder guardedAs(String otherSubject) {
        subject = otherSubject;
        return this;
    }

    public ResourceBuilder with(AttributeBuilder attribute) {
        attributes.add(attribute.build());
        return this;
    }

    public ResourceBuilder with(RelationshipBuilder relationship) {
        relationships.add(relationship.build());
        return this;
    }

    /** What all resources have. Source: CONTRACT part B, section 5.0. */
    public ResourceBuilder withCommonAttributes() {
        return with(date("created_at").filterable().sortable())
                .with(date("updated_at").filterable().sortable())
                .with(reference("reference"))
                .with(reference("reference_origin"))
                .with(object("metadata").nullable().optional().updatable().filterable());
    }

    /** The order of lists for which none is asked for, the greatest value first. */
    public ResourceBuilder newestFirstBy(String attribute) {
        order = List.of(new SortKey(attribute, true));
        return this;
    }

    /** The order of lists for which none is asked for, the least value first. */
    public ResourceBuilder firstBy(String attribute) {
        order = List.of(new SortKey(attribute, false));
        return this;
    }

    /** Adds a filter of lists; see {@link Question}. */
    public ResourceBuilder asking(AttributeBuilder question, String meaning) {
        questions.add(new Question(question.build(), meaning));
        return this;
    }

    /** {@code filter[text]} finds words in it. */
    public ResourceBuilder searchable() {
        searchable = true;
        return this;
    }

    /** Who reads its rows, when that does not follow from permissions. */
    public ResourceBuilder readBy(Readers others) {
        readers = others;
        return this;
    }

    /** It shows what is kept under the name of the other face. */
    public ResourceBuilder faceOf(String other) {
        keptAs = other;
        return this;
    }

    /** The caller's own one has this address below {@code /api}. */
    public ResourceBuilder callersOneAt(String address) {
        callersOne = address;
        return this;
    }

    /** Adds traits. */
    public ResourceBuilder being(Trait... special) {
        traits.addAll(List.of(special));
        return this;
    }

    public ResourceType build() {
        return new ResourceType(
                name,
                subject,
                List.copyOf(attributes),
                List.copyOf(relationships),
                order,
                List.copyOf(questions),
                searchable,
                readers,
                keptAs,
                callersOne,
                Set.copyOf(traits));
    }

    private static AttributeBuilder reference(String name) {
        return string(name).nullable().optional().updatable().filterable().sortable();
    }
}
