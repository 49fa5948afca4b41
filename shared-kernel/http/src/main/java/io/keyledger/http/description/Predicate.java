package io.keyledger.http.description;

import java.util.Locale;

/**
 * The 51 predicates of {@code filter[q]}. Source: CONTRACT part B, section 3.5.
 * {@link #suffix()} is the name on the wire, such as {@code not_in_or_null}.
 */
public enum Predicate {
    EQ,
    EQ_OR_NULL,
    NOT_EQ,
    NOT_EQ_OR_NULL,
    NOT_EQ_ALL(true),
    IN(true),
    IN_OR_NULL(true),
    NOT_IN(true),
    NOT_IN_OR_NULL(true),
    LT,
    LTEQ,
    GT,
    GTEQ,
    LT_ANY(true),
    LTEQ_ANY(true),
    GT_ANY(true),
    GTEQ_ANY(true),
    LT_ALL(true),
    LTEQ_ALL(true),
    GT_ALL(true),
    GTEQ_ALL(true),
    MATCHES,
    DOES_NOT_MATCH,
    MATCHES_ANY(true),
    MATCHES_ALL(true),
    DOES_NOT_MATCH_ANY(true),
    DOES_NOT_MATCH_ALL(true),
    START,
    NOT_START,
    END,
    NOT_END,
    CONT,
    NOT_CONT,
    START_ANY(true),
    START_ALL(true),
    NOT_START_ANY(true),
    NOT_START_ALL(true),
    END_ANY(true),
    END_ALL(true),
    NOT_END_ANY(true),
    NOT_END_ALL(true),
    CONT_ANY(true),
    CONT_ALL(true),
    NOT_CONT_ALL(true),
    PRESENT,
    BLANK,
    NULL,
    NOT_NULL,
    TRUE,
    FALSE,
    JCONT;

    private final boolean list;

    Predicate() {
        this(false);
    }

    Predicate(boolean list) {
        this.list = list;
    }

    /** Whether it takes a comma-separated list of values. */
    public boolean takesList() {
        return list;
    }

    /** The name on the wire. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }
}
