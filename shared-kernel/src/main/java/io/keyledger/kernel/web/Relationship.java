package io.keyledger.kernel.web;

/**
 * One relationship of a resource.
 *
 * @param name       the name in documents, includes, filter prefixes
 * @param target     the plural name of the resource it leads to
 * @param many       to-many, or to-one
 * @param field      to-one: the field of the own view row that holds the target's id ({@code role_id}); to-many: the field
 *                   of the target's row that holds the own id
 * @param create     whether a create request has it
 * @param updatable  whether an update may change it
 * @param filterable whether filters reach the target's attributes through it
 */
public record Relationship(
        String name,
        String target,
        boolean many,
        String field,
        Attribute.Given create,
        boolean updatable,
        boolean filterable) {}
