package io.keyledger.http.description;

/**
 * One relationship of a resource.
 *
 * @param name       the name in documents, includes, filter prefixes
 * @param target     the plural name of the resource it leads to
 * @param kind       to how many it leads, and whose row has the field
 * @param field      the field with the id or the ids: {@code role_id}, {@code customer_ids}
 * @param create     whether a create request has it
 * @param updatable  whether an update may change it
 * @param filterable whether filters accept the target's attributes through it
 */
public record Relationship(
        String name,
        String target,
        Kind kind,
        String field,
        Attribute.Given create,
        boolean updatable,
        boolean filterable) {
    /** Most targets of a {@link Kind#TO_LISTED} relationship. */
    public static final int LONGEST_LIST = 1000;

    /** To how many a relationship leads, and whose view row has the field. */
    public enum Kind {
        /** To one at most: the own row has its id. */
        TO_ONE,
        /** To many: the row of each of them has the own id. Never written. */
        TO_MANY,
        /** To many: the own row has the list of their ids, each once, in the order given. */
        TO_LISTED
    }

    /** To-many, or to-one. */
    public boolean many() {
        return kind != Kind.TO_ONE;
    }

    /** Whether the own row has the list of the targets' ids. */
    public boolean listed() {
        return kind == Kind.TO_LISTED;
    }
}
