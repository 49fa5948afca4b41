package io.keyledger.http.openapi;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The schemas that requests and answers are made of, by name. */
final class Components {
    private static final String ID = "^[0-9A-Za-z]{10}$";
    private static final String DATA = "data";

    private final Map<String, Schema> schemas = new LinkedHashMap<>();

    static Map<String, Schema> of(Iterable<ContractPart> parts) {
        var components = new Components();
        components.addCommon();
        Resources.all().forEach(components::add);
        parts.forEach(part -> components.schemas.putAll(part.schemas()));
        return components.schemas;
    }

    private void addCommon() {
        schemas.put("Id", Schema.of("string").with("pattern", ID));
        schemas.put("Fields", QuerySchemas.fields());
        schemas.put(
                "Included",
                Schema.list(Schema.anyOf(Resources.all().stream()
                        .map(type -> Schema.named(Names.singular(type)))
                        .toList())));
        schemas.put("PageMeta", pageMeta());
        schemas.put(
                "PageLinks",
                Schema.object()
                        .member("first", Schema.text("uri"))
                        .member("last", Schema.text("uri"))
                        .requiringAll()
                        .member("prev", Schema.text("uri"))
                        .member("next", Schema.text("uri")));
        schemas.put(
                SchemaNames.BARE_ACTION,
                Schema.object().member(DATA, Schema.object().nullable()).open());
        schemas.put("Error", error());
        schemas.put(
                SchemaNames.ERRORS,
                Schema.object()
                        .member("errors", Schema.list(Schema.named("Error")).with("minItems", 1))
                        .requiringAll());
    }

    private static Schema error() {
        var codes = Arrays.stream(ErrorCode.values())
                .filter(code -> code != ErrorCode.INVALID_ID)
                .map(Enum::name)
                .toList();
        return Schema.object()
                .member("title", Schema.of("string"))
                .member("detail", Schema.of("string"))
                .member("code", Schema.oneOf(codes))
                .member("status", Schema.of("string").with("pattern", "^[45][0-9]{2}$"))
                .requiringAll()
                .member(
                        "source",
                        Schema.object()
                                .member("pointer", Schema.of("string"))
                                .member("parameter", Schema.of("string"))
                                .member("header", Schema.of("string")))
                .member("meta", Schema.of("object"));
    }

    private void add(ResourceType type) {
        var name = Names.singular(type);
        var resource = new ResourceSchemas(type);
        var query = new QuerySchemas(type);
        schemas.put(name, resource.shown());
        schemas.put(name + "Identifier", resource.identifier());
        schemas.put(name + "ToOne", resource.toOne());
        schemas.put(name + "ToMany", resource.toMany());
        schemas.put(name + "Create", resource.create());
        schemas.put(name + "Update", resource.update());
        var one = Schema.named(name);
        var identifier = Schema.named(name + "Identifier");
        schemas.put(name + "Document", document(one));
        schemas.put(name + "OrNoneDocument", document(one.nullable()));
        schemas.put(
                name + "List",
                document(Schema.list(one))
                        .member("meta", listMeta(type))
                        .member("links", Schema.named("PageLinks"))
                        .requiring(java.util.List.of(DATA, "meta", "links")));
        schemas.put(
                name + "Identifiers",
                Schema.object().member(DATA, Schema.list(identifier)).requiringAll());
        schemas.put(
                name + "IdentifierOrNone",
                Schema.object().member(DATA, identifier.nullable()).requiringAll());
        schemas.put(name + "Sort", query.sort());
        schemas.put(name + "Filter", query.filter());
        if (query.leadsAnywhere()) {
            schemas.put(name + "Include", query.include());
        }
    }

    private static Schema pageMeta() {
        return Schema.object()
                .member("record_count", whole())
                .member("page_count", whole())
                .requiringAll();
    }

    /** With the counts of the fixed answers of {@link io.keyledger.http.description.Question}s. */
    private static Schema listMeta(ResourceType type) {
        var answers = type.questions().stream()
                .flatMap(question -> question.answers().stream())
                .toList();
        if (answers.isEmpty()) {
            return Schema.named("PageMeta");
        }
        var counts = Schema.object();
        for (var answer : answers) {
            counts = counts.member(answer, whole());
        }
        return pageMeta().member("counts", counts.requiringAll()).requiringAll();
    }

    private static Schema document(Schema data) {
        return Schema.object()
                .member(DATA, data)
                .requiringAll()
                .member("included", Schema.named("Included"))
                .member("meta", Schema.of("object"));
    }

    private static Schema whole() {
        return Schema.of("integer").with("minimum", 0);
    }
}
