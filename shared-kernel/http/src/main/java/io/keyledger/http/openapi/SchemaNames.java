package io.keyledger.http.openapi;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import java.util.Set;

/** References to the schemas of requests and answers in the components. */
final class SchemaNames {
    static final String BARE_ACTION = "BareAction";
    static final String ERRORS = "Errors";
    private static final String MANY = "[]";

    private final Set<String> named;

    /** With the names of all schemas of the components. */
    SchemaNames(Set<String> named) {
        this.named = named;
    }

    static Schema document(ResourceType type) {
        return Schema.named(Names.singular(type) + "Document");
    }

    /** A document that may have no resource in it. */
    static Schema documentOrNone(ResourceType type) {
        return Schema.named(Names.singular(type) + "OrNoneDocument");
    }

    static Schema list(ResourceType type) {
        return Schema.named(Names.singular(type) + "List");
    }

    static Schema create(ResourceType type) {
        return Schema.named(Names.singular(type) + "Create");
    }

    static Schema update(ResourceType type) {
        return Schema.named(Names.singular(type) + "Update");
    }

    /** The schema that {@link Described#takes} names; the body of a POST has no id. */
    Schema taken(String name, String method) {
        var type = Resources.byName(name);
        var action = Resources.action(name);
        if (action == null) {
            return type == null ? Schema.named(known(name)) : method.equals("PATCH") ? update(type) : create(type);
        }
        var schemas = new ResourceSchemas(action);
        return method.equals("POST") ? schemas.create() : schemas.action();
    }

    /** The schema that {@link Described#answers} names; {@code roles[]} are several, with or without pages. */
    Schema answered(String name) {
        var isMany = name.endsWith(MANY);
        var one = isMany ? name.substring(0, name.length() - MANY.length()) : name;
        var type = Resources.byName(one);
        if (type == null) {
            return Schema.named(known(name));
        }
        return isMany ? several(type) : document(type);
    }

    private static Schema several(ResourceType type) {
        return Schema.object()
                .member("data", Schema.list(Schema.named(Names.singular(type))))
                .requiringAll()
                .member("included", Schema.named("Included"))
                .member("meta", Schema.named("PageMeta"))
                .member("links", Schema.named("PageLinks"));
    }

    private String known(String name) {
        if (!named.contains(name)) {
            throw new IllegalStateException("the contract knows no resource, action or schema " + name);
        }
        return name;
    }
}
