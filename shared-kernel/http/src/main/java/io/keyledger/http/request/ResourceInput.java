package io.keyledger.http.request;

import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.error.Source;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The body of a writing request, checked against the description of its resource. What is wrong with its form is answered
 * 400, what is wrong with its values 422 {@link ErrorCode#VALIDATION_ERROR}; all faults of either sort at once. Source:
 * CONTRACT part B, sections 3.1, 5 and 7.
 */
public final class ResourceInput {
    static final String MUST_EXIST = "must exist";
    static final String MUST_EXIST_RULE = "blank";

    private final Map<String, @Nullable Object> attributes;
    private final Map<String, @Nullable String> related;
    private final Map<String, List<String>> listed;

    ResourceInput(
            Map<String, @Nullable Object> attributes,
            Map<String, @Nullable String> related,
            Map<String, List<String>> listed) {
        this.attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        this.related = Collections.unmodifiableMap(new LinkedHashMap<>(related));
        this.listed = Map.copyOf(listed);
    }

    /** The body of a POST; the service makes the id, so it may not have one. */
    public static ResourceInput forCreate(ResourceType type, JsonNode body) {
        return new InputReader(type, Purpose.CREATE).read(body, null);
    }

    /** The body of a PATCH; it repeats the id of the address, which only a singleton may leave out. */
    public static ResourceInput forUpdate(ResourceType type, String id, JsonNode body) {
        return new InputReader(type, Purpose.UPDATE).read(body, id);
    }

    /** The body of an action such as a transfer of ownership: it has what the action's own table asks for. */
    public static ResourceInput forAction(ResourceType action, String id, JsonNode body) {
        return new InputReader(action, Purpose.ACTION).read(body, id);
    }

    /** Accepts the body of an action that needs none: nothing at all, {@code {}}, or {@code {"data":{}}} as clients send. */
    public static void forBareAction(@Nullable JsonNode body) {
        if (body != null && !(body.isObject() && isEmpty(body.path("data")))) {
            throw new InvalidValue(new Refusal(ErrorCode.INVALID_DATA_FORMAT, "this request needs no data"));
        }
    }

    /**
     * The refusal of a relationship whose target is unknown or foreign: the same for both, so that callers do not learn
     * which.
     */
    public static Refusal mustExist(String relationship) {
        return Refusal.ofField(Source.relationship(relationship), MUST_EXIST_RULE, MUST_EXIST);
    }

    /** Whether the request has the attribute, null included. */
    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** The text; null when it is null or not given. */
    public @Nullable String string(String attribute) {
        return (String) attributes.get(attribute);
    }

    /** The text of an attribute a create request must have. */
    public String required(String attribute) {
        return Objects.requireNonNull(string(attribute), attribute);
    }

    /** The texts, each once; empty when none are given, or null. */
    @SuppressWarnings("unchecked")
    public List<String> strings(String attribute) {
        var value = (List<String>) attributes.get(attribute);
        return value == null ? List.of() : value;
    }

    /** The whole number; null when it is null or not given. */
    public @Nullable Integer integer(String attribute) {
        return (Integer) attributes.get(attribute);
    }

    /** The whole numbers, each once; empty when none are given, or null. */
    @SuppressWarnings("unchecked")
    public List<Integer> integers(String attribute) {
        var value = (List<Integer>) attributes.get(attribute);
        return value == null ? List.of() : value;
    }

    /** The truth value; null when it is null or not given. The texts {@code true} and {@code false} count as such. */
    public @Nullable Boolean bool(String attribute) {
        return (Boolean) attributes.get(attribute);
    }

    /** Whether the attribute is given and true; as a trigger is. */
    public boolean isTrue(String attribute) {
        return Boolean.TRUE.equals(attributes.get(attribute));
    }

    /** The object; empty when it is null or not given. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> object(String attribute) {
        var value = (Map<String, Object>) attributes.get(attribute);
        return value == null ? Map.of() : value;
    }

    /** Whether the request has the relationship, null included. */
    public boolean hasRelated(String relationship) {
        return related.containsKey(relationship) || listed.containsKey(relationship);
    }

    /** The id the relationship points to; null when it is removed or not given. It has the shape of an id. */
    public @Nullable String related(String relationship) {
        return related.get(relationship);
    }

    /**
     * The ids a to-many relationship points to: each once, at most {@value Relationship#LONGEST_LIST}, each with the shape
     * of an id; empty when it is not given.
     */
    public List<String> relatedMany(String relationship) {
        return listed.getOrDefault(relationship, List.of());
    }

    /** The id of a relationship a create request must have. */
    public String requiredRelated(String relationship) {
        return Objects.requireNonNull(related.get(relationship), relationship);
    }

    private static boolean isEmpty(JsonNode data) {
        return data.isMissingNode() || data.isNull() || (data.isObject() && data.isEmpty());
    }
}
