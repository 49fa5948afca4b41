package io.keyledger.query.reader;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Filters;
import io.keyledger.http.description.Predicate;
import io.keyledger.view.row.ObjectText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.bson.BsonRegularExpression;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The 51 predicates as conditions on one field. As in SQL, null meets no comparison, not even a negated one, unless the
 * predicate names it. A list meets a comparison when an element does, a negated one when none does. Source: CONTRACT
 * part B, section 3.5.
 */
final class Conditions {
    private static final String EMPTY_OBJECT = "{}";

    private Conditions() {}

    static Bson of(String field, Predicate predicate, List<Object> values) {
        return switch (predicate) {
            case EQ, IN -> in(field, values);
            case EQ_OR_NULL, IN_OR_NULL -> in(field, withNull(values));
            case NOT_EQ, NOT_EQ_ALL, NOT_IN -> nin(field, withNull(values));
            case NOT_EQ_OR_NULL, NOT_IN_OR_NULL -> nin(field, values);
            case LT, LT_ANY -> any(values, value -> Filters.lt(field, value));
            case LTEQ, LTEQ_ANY -> any(values, value -> Filters.lte(field, value));
            case GT, GT_ANY -> any(values, value -> Filters.gt(field, value));
            case GTEQ, GTEQ_ANY -> any(values, value -> Filters.gte(field, value));
            case LT_ALL -> all(values, value -> Filters.lt(field, value));
            case LTEQ_ALL -> all(values, value -> Filters.lte(field, value));
            case GT_ALL -> all(values, value -> Filters.gt(field, value));
            case GTEQ_ALL -> all(values, value -> Filters.gte(field, value));
            case MATCHES, MATCHES_ANY -> any(values, is(field, Patterns::like));
            case MATCHES_ALL -> all(values, is(field, Patterns::like));
            case DOES_NOT_MATCH, DOES_NOT_MATCH_ANY -> any(values, isNot(field, Patterns::like));
            case DOES_NOT_MATCH_ALL -> all(values, isNot(field, Patterns::like));
            case START, START_ANY -> any(values, is(field, Patterns::start));
            case START_ALL -> all(values, is(field, Patterns::start));
            case NOT_START, NOT_START_ANY -> any(values, isNot(field, Patterns::start));
            case NOT_START_ALL -> all(values, isNot(field, Patterns::start));
            case END, END_ANY -> any(values, is(field, Patterns::end));
            case END_ALL -> all(values, is(field, Patterns::end));
            case NOT_END, NOT_END_ANY -> any(values, isNot(field, Patterns::end));
            case NOT_END_ALL -> all(values, isNot(field, Patterns::end));
            case CONT, CONT_ANY -> any(values, is(field, Patterns::contain));
            case CONT_ALL -> all(values, is(field, Patterns::contain));
            case NOT_CONT -> any(values, isNot(field, Patterns::contain));
            case NOT_CONT_ALL -> all(values, isNot(field, Patterns::contain));
            case PRESENT -> isYes(values) ? present(field) : blank(field);
            case BLANK -> isYes(values) ? blank(field) : present(field);
            case NULL -> isYes(values) ? eq(field, null) : ne(field, null);
            case NOT_NULL -> isYes(values) ? ne(field, null) : eq(field, null);
            case TRUE -> isYes(values) ? eq(field, true) : nin(field, true, null);
            case FALSE -> isYes(values) ? eq(field, false) : nin(field, false, null);
            case JCONT -> Filters.all(ObjectText.pathsOf(field), ObjectText.paths((Map<?, ?>) values.getFirst()));
        };
    }

    /** Whether null meets the predicate: then a row without the related resource does, too. */
    static boolean acceptsNull(Predicate predicate, List<Object> values) {
        return switch (predicate) {
            case EQ_OR_NULL, IN_OR_NULL, NOT_EQ_OR_NULL, NOT_IN_OR_NULL -> true;
            case NULL, BLANK -> isYes(values);
            case NOT_NULL, PRESENT -> !isYes(values);
            default -> false;
        };
    }

    private static boolean isYes(List<Object> values) {
        return Boolean.TRUE.equals(values.getFirst());
    }

    private static Bson present(String field) {
        return and(nin(field, null, "", EMPTY_OBJECT), Filters.not(Filters.size(field, 0)));
    }

    private static Bson blank(String field) {
        return or(in(field, null, "", EMPTY_OBJECT), Filters.size(field, 0));
    }

    private static List<@Nullable Object> withNull(List<Object> values) {
        var all = new ArrayList<@Nullable Object>(values);
        all.add(null);
        return all;
    }

    private static Bson any(List<Object> values, Function<Object, Bson> condition) {
        return or(values.stream().map(condition).toList());
    }

    private static Bson all(List<Object> values, Function<Object, Bson> condition) {
        return and(values.stream().map(condition).toList());
    }

    private static Function<Object, Bson> is(String field, Function<String, BsonRegularExpression> pattern) {
        return value -> eq(field, pattern.apply(value.toString()));
    }

    private static Function<Object, Bson> isNot(String field, Function<String, BsonRegularExpression> pattern) {
        return value ->
                and(ne(field, null), new Document(field, new Document("$not", pattern.apply(value.toString()))));
    }
}
