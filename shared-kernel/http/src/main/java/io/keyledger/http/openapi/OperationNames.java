package io.keyledger.http.openapi;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The titles and the ids of the operations of the usual forms. */
record OperationNames(String method, Address address) {
    private static final List<String> FILLERS = List.of("a", "an", "the", "of", "to", "its", "for", "in");

    String title() {
        var verb = verb();
        return switch (address.form()) {
            case COLLECTION ->
                method.equals("GET") ? verb + " " + words(type().name()) + ofOwner() : verb + " " + one() + ofOwner();
            case MEMBER ->
                verb + " " + (type().is(Trait.SINGLETON) ? "the " + Names.words(type()) + " of the token" : one())
                        + ofOwner();
            case RELATED -> method.equals("GET") ? along(isMany() ? "List" : "Show") : verb + " " + one() + ofOwner();
            case IDENTIFIERS -> along("Identify");
            case OTHER -> "";
        };
    }

    String id() {
        var owner = address.owner() == null ? "" : Names.singular(address.owner());
        var relationship = method.equals("GET") ? address.relationship() : null;
        var what = relationship == null ? ofType() : Names.camel(relationship.name());
        return switch (address.form()) {
            case IDENTIFIERS -> "identify" + owner + what;
            case OTHER -> "";
            default -> (isList() ? "list" : idVerb()) + owner + what;
        };
    }

    /** The id of an operation with a title of its own. */
    static String idOf(String title) {
        return Names.uncapitalized(Arrays.stream(title.split("[^A-Za-z0-9]+"))
                .filter(word -> !FILLERS.contains(word))
                .map(Names::camel)
                .collect(Collectors.joining()));
    }

    private String ofType() {
        if (address.type() == null) {
            return "";
        }
        return isList() ? Names.camel(type().name()) : Names.singular(type());
    }

    private boolean isList() {
        return method.equals("GET")
                && (address.form() == Address.Form.COLLECTION || (address.form() == Address.Form.RELATED && isMany()));
    }

    private boolean isMany() {
        return address.relationship() != null && address.relationship().many();
    }

    private String verb() {
        return switch (method) {
            case "GET" -> isList() ? "List" : "Show";
            case "POST" -> "Create";
            case "PATCH" -> "Change";
            case "DELETE" -> "Delete";
            default -> method;
        };
    }

    private String idVerb() {
        return switch (method) {
            case "GET" -> "get";
            case "PATCH" -> "update";
            default -> Names.uncapitalized(verb());
        };
    }

    private String along(String verb) {
        var relationship = Objects.requireNonNull(address.relationship());
        return verb + " the " + words(relationship.name()) + ofOwner();
    }

    private String ofOwner() {
        return address.owner() == null ? "" : " of " + Names.article(Names.words(address.owner()));
    }

    private String one() {
        return Names.article(Names.words(type()));
    }

    private ResourceType type() {
        return Objects.requireNonNull(address.type());
    }

    private static String words(String name) {
        return name.replace('_', ' ');
    }
}
