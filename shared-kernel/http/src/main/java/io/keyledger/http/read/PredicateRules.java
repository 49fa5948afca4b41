package io.keyledger.http.read;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.Predicate;

/** Which predicates make sense for which attributes. A list meets one when an element does, a negated one when none does. */
final class PredicateRules {
    private PredicateRules() {}

    static boolean fits(Predicate predicate, Attribute.Type type) {
        return switch (predicate) {
            case PRESENT, BLANK, NULL, NOT_NULL -> true;
            case TRUE, FALSE -> type == Attribute.Type.BOOLEAN;
            case JCONT -> type == Attribute.Type.OBJECT;
            case EQ, EQ_OR_NULL, NOT_EQ, NOT_EQ_OR_NULL, NOT_EQ_ALL, IN, IN_OR_NULL, NOT_IN, NOT_IN_OR_NULL ->
                type != Attribute.Type.OBJECT;
            case LT, LTEQ, GT, GTEQ, LT_ANY, LTEQ_ANY, GT_ANY, GTEQ_ANY, LT_ALL, LTEQ_ALL, GT_ALL, GTEQ_ALL ->
                type == Attribute.Type.STRING || type == Attribute.Type.INTEGER || type == Attribute.Type.DATE;
            default -> type == Attribute.Type.STRING || type == Attribute.Type.STRINGS;
        };
    }
}
