package io.keyledger.http.openapi;

import io.keyledger.http.openapi.Endpoint.Door;
import io.keyledger.http.openapi.Endpoint.Parameter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one operation from a mapping, the form of its address, and its handler's {@link Described}. */
final class MappedEndpoint {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final OperationFacts facts;
    private final Mapping mapping;
    private final Address address;
    private final Described described;
    private final List<Described> all;
    private final MappedBodies bodies;
    private final Door door;

    MappedEndpoint(Mapping mapping, List<Described> variants, SchemaNames schemaNames, Door door) {
        this.facts = OperationFacts.of(mapping);
        this.mapping = mapping;
        this.address = facts.address();
        this.described = facts.described();
        this.all = Stream.concat(Stream.of(described), variants.stream()).toList();
        this.bodies = new MappedBodies(facts, schemaNames);
        this.door = door;
    }

    Endpoint read() {
        var operationNames = new OperationNames(mapping.method(), address);
        var isUsual = address.form() != Address.Form.OTHER;
        if (!isUsual && described.value().isEmpty()) {
            throw new IllegalStateException(mapping.method() + " " + mapping.path() + " needs @Described with a title");
        }
        var title = said(described.value(), operationNames.title());
        return new Endpoint(
                mapping.method(),
                mapping.path(),
                (isUsual ? operationNames.id() : OperationNames.idOf(title)) + mapping.alias(),
                tag(),
                title,
                described.detail(),
                door,
                parameters(),
                bodies.body(),
                bodies.answers(),
                refusals());
    }

    private String tag() {
        var segments = mapping.path().split("/", -1);
        var first = segments[Math.min(2, segments.length - 1)];
        if (!segments[1].equals("api")) {
            return "oauth";
        }
        var singleton = Address.singleton(first);
        return singleton == null ? first : singleton.name();
    }

    private List<Parameter> parameters() {
        var parameters = new ArrayList<Parameter>();
        VARIABLE.matcher(mapping.path()).results().forEach(found -> parameters.add(variable(found.group(1))));
        var type = facts.shown();
        if (type != null) {
            parameters.addAll(facts.isPage() ? Parameters.page(type) : Parameters.shape(type));
        }
        all.stream()
                .flatMap(said -> Stream.of(said.parameters()))
                .filter(this::isQueried)
                .map(said -> parameter("query", said))
                .forEach(parameters::add);
        if (facts.isTagged()) {
            parameters.add(Parameters.ifMatch());
            parameters.add(Parameters.ifNoneMatch());
        }
        if (facts.isVersioned()) {
            parameters.add(Parameters.ifMatch());
            parameters.add(Parameters.ifNoneMatchOfWrite());
        }
        if (facts.status() == 201) {
            parameters.add(Parameters.idempotencyKey());
        }
        return parameters;
    }

    /** A variable of the path: as the handler's {@link Described} has it, else an id. */
    private Parameter variable(String name) {
        return Stream.of(described.parameters())
                .filter(said -> said.name().equals(name))
                .map(said -> parameter("path", said))
                .findFirst()
                .orElseGet(() -> Parameters.id(name));
    }

    private boolean isQueried(Described.Parameter said) {
        return !mapping.path().contains('{' + said.name() + '}');
    }

    private static Parameter parameter(String in, Described.Parameter said) {
        var schema = said.oneOf().length == 0 ? Schema.of(said.type()) : Schema.oneOf(List.of(said.oneOf()));
        var shown = said.example().isEmpty() ? schema : schema.with("examples", List.of(said.example()));
        return new Parameter(in, said.name(), said.meaning(), said.required() || in.equals("path"), shown);
    }

    private Refusals refusals() {
        var causes = EnumSet.of(RefusalCause.ANSWER);
        add(causes, RefusalCause.REQUEST, mapping.isBelow("/api/"));
        add(causes, RefusalCause.CALLER, door == Door.TOKEN);
        add(causes, RefusalCause.ID, mapping.path().contains("{"));
        add(causes, RefusalCause.SHAPE, facts.shown() != null);
        add(causes, RefusalCause.PAGE, facts.isPage());
        add(causes, RefusalCause.QUERY, Stream.of(described.parameters()).anyMatch(this::isQueried));
        add(causes, RefusalCause.BODY, bodies.body() != null);
        add(causes, RefusalCause.ONCE, facts.status() == 201);
        add(causes, RefusalCause.VERSION, facts.isVersioned());
        add(causes, RefusalCause.SEEN, facts.isTagged());
        var refuses = all.stream().flatMap(said -> Stream.of(said.refuses())).toList();
        return Refusals.of(causes, refuses);
    }

    private static void add(Set<RefusalCause> causes, RefusalCause ground, boolean holds) {
        if (holds) {
            causes.add(ground);
        }
    }

    private static String said(String own, String usual) {
        return own.isEmpty() ? usual : own;
    }
}
