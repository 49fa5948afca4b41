package io.keyledger.http.openapi;

import io.keyledger.http.openapi.Endpoint.Answer;
import io.keyledger.http.openapi.Endpoint.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The body of the request and the answers of success of one mapped operation. */
record MappedBodies(OperationFacts facts, SchemaNames schemaNames) {
    @Nullable
    Body body() {
        var required = facts.mapping().bodyRequired();
        var takes = facts.described().takes();
        if (takes.isEmpty() && required == null) {
            return null;
        }
        Schema schema;
        if (takes.equals(Described.NOTHING)) {
            schema = Schema.named(SchemaNames.BARE_ACTION);
        } else if (!takes.isEmpty()) {
            schema = schemaNames.taken(takes, facts.mapping().method());
        } else {
            schema = usualBody();
        }
        var content = new LinkedHashMap<String, Schema>();
        facts.mapping().consumes().forEach(mediaType -> content.put(mediaType, inMediaType(mediaType, schema)));
        return new Body(!Boolean.FALSE.equals(required) && !takes.equals(Described.NOTHING), content);
    }

    /** The media types of the API are documents, forms have the file in a field of that name, all others are the file itself. */
    private static Schema inMediaType(String mediaType, Schema document) {
        if (mediaType.endsWith("json") || mediaType.endsWith("urlencoded")) {
            return document;
        }
        var file = Schema.of("string").with("contentMediaType", "application/octet-stream");
        return mediaType.startsWith("multipart/")
                ? Schema.object().member("file", file).requiringAll().open()
                : file;
    }

    private Schema usualBody() {
        var type = facts.address().type();
        if (type == null) {
            throw new IllegalStateException(
                    facts.mapping().method() + " " + facts.mapping().path() + " needs @Described(takes)");
        }
        return facts.mapping().method().equals("POST") ? SchemaNames.create(type) : SchemaNames.update(type);
    }

    Map<Integer, Answer> answers() {
        var content = new LinkedHashMap<String, Schema>();
        var schema = answer();
        if (schema != null) {
            facts.mapping().produces().forEach(mediaType -> content.put(mediaType, schema));
        }
        var answers = new LinkedHashMap<Integer, Answer>();
        answers.put(facts.status(), new Answer(meaning(schema), headers(), content));
        if (facts.isTagged()) {
            answers.put(304, new Answer("It has not changed.", headers(), Map.of()));
        }
        return answers;
    }

    private @Nullable Schema answer() {
        var said = facts.described().answers();
        if (said.equals(Described.NOTHING) || (said.isEmpty() && facts.status() == 204)) {
            return null;
        }
        if (!said.isEmpty()) {
            return withMeta(schemaNames.answered(said));
        }
        var type = facts.address().type();
        if (facts.address().form() == Address.Form.IDENTIFIERS) {
            return Schema.named(Names.singular(Objects.requireNonNull(type))
                    + (facts.isMany() ? "Identifiers" : "IdentifierOrNone"));
        }
        if (type == null) {
            return facts.described().meta().length == 0 ? missing() : withMeta(Schema.object());
        }
        if (facts.isPage()) {
            return SchemaNames.list(type);
        }
        return withMeta(
                facts.address().form() == Address.Form.RELATED
                                && facts.mapping().method().equals("GET")
                        ? SchemaNames.documentOrNone(type)
                        : SchemaNames.document(type));
    }

    private Schema missing() {
        throw new IllegalStateException(
                facts.mapping().method() + " " + facts.mapping().path() + " needs @Described(answers)");
    }

    private Schema withMeta(Schema schema) {
        var named = facts.described().metaSchema();
        if (!named.isEmpty()) {
            return schema.member("meta", schemaNames.answered(named));
        }
        if (facts.described().meta().length == 0) {
            return schema;
        }
        var meta = Schema.object();
        for (var name : facts.described().meta()) {
            meta = meta.member(name, Schema.of("string"));
        }
        return schema.member("meta", meta);
    }

    private String meaning(@Nullable Schema schema) {
        return switch (facts.status()) {
            case 201 -> "Created.";
            case 202 -> "Accepted.";
            case 204 -> "Done.";
            default -> schema == null ? "Done." : "As asked for.";
        };
    }

    private List<Headers> headers() {
        var headers = new ArrayList<>(List.of(Headers.REQUEST_ID));
        if (facts.mapping().isBelow("/api/")) {
            headers.addAll(List.of(Headers.RATE_LIMIT, Headers.RATE_INTERVAL, Headers.RATE_REMAINING));
        }
        if (!facts.mapping().method().equals("GET")) {
            headers.add(Headers.LAG);
        }
        if (facts.status() == 201) {
            headers.addAll(List.of(Headers.LOCATION, Headers.REPLAY));
        }
        if (facts.status() == 201
                || facts.isTagged()
                || facts.mapping().method().equals("PATCH")) {
            headers.add(Headers.ETAG);
        }
        headers.add(Headers.CACHE_CONTROL);
        return headers;
    }
}
