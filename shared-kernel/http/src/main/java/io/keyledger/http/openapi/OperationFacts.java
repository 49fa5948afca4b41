package io.keyledger.http.openapi;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is derived for an operation from its mapping, the form of its address, and its handler's {@link Described}. */
record OperationFacts(Mapping mapping, Address address, Described described) {
    static OperationFacts of(Mapping mapping) {
        return new OperationFacts(mapping, Address.of(mapping.path()), mapping.described());
    }

    int status() {
        if (described.status() > 0) {
            return described.status();
        }
        return switch (mapping.method()) {
            case "POST" -> 201;
            case "DELETE" -> 204;
            default -> 200;
        };
    }

    /** The resource that {@code include} and {@code fields} of the request apply to; null when they are not read. */
    @Nullable
    ResourceType shown() {
        var isSaid = !described.answers().isEmpty();
        if (isSaid || address.type() == null || mapping.method().equals("DELETE")) {
            return null;
        }
        return address.form() == Address.Form.IDENTIFIERS && !isMany() ? null : address.type();
    }

    boolean isPage() {
        return mapping.method().equals("GET")
                && shown() != null
                && (address.form() == Address.Form.COLLECTION || isMany());
    }

    boolean isMany() {
        var relationship = address.relationship();
        return relationship != null && relationship.many();
    }

    boolean isTagged() {
        var isOne = shown() != null && !isPage();
        return mapping.method().equals("GET") && (isOne || Resources.byName(described.answers()) != null);
    }

    boolean isVersioned() {
        return Set.of("PATCH", "DELETE").contains(mapping.method());
    }
}
