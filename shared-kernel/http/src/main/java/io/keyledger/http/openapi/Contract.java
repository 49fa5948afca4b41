package io.keyledger.http.openapi;

import io.keyledger.http.openapi.Endpoint.Door;
import io.keyledger.http.resources.OpenAddresses;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The contract of this process: of the operations it serves. Made once, at the first request. */
final class Contract {
    private static final List<String> PREFIXES = List.of("/api/", "/oauth/", "/.well-known/");

    private final Supplier<? extends RequestMappingInfoHandlerMapping> mappings;
    private final List<ContractPart> parts;
    private final JsonMapper json;
    private volatile @Nullable PublishedContract made;

    /** The mappings are looked up late, because they depend on all controllers, one of which shows the contract. */
    Contract(Supplier<? extends RequestMappingInfoHandlerMapping> mappings, List<ContractPart> parts, JsonMapper json) {
        this.mappings = mappings;
        this.parts = parts;
        this.json = json;
    }

    /** The document as it is sent. */
    PublishedContract published() {
        var known = made;
        if (known == null) {
            // two requests at once make the same document
            known = new PublishedContract(json.writeValueAsBytes(document()));
            made = known;
        }
        return known;
    }

    Map<String, Object> document() {
        var schemas = Components.of(parts);
        var schemaNames = new SchemaNames(schemas.keySet());
        var endpoints = new ArrayList<Endpoint>();
        var mapped = mapped().toList();
        mapped.stream()
                .filter(mapping -> !mapping.variant())
                .map(mapping ->
                        new MappedEndpoint(mapping, variants(mapping, mapped), schemaNames, door(mapping)).read())
                .forEach(endpoints::add);
        parts.forEach(part -> endpoints.addAll(part.endpoints()));
        endpoints.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
        return new OpenApi().document(endpoints, schemas);
    }

    private Stream<Mapping> mapped() {
        return mappings.get().getHandlerMethods().entrySet().stream()
                .flatMap(entry -> Mapping.of(entry.getKey(), entry.getValue()))
                .filter(mapping -> PREFIXES.stream().anyMatch(mapping::isBelow));
    }

    private static List<Described> variants(Mapping usual, List<Mapping> mapped) {
        return mapped.stream()
                .filter(mapping -> mapping.isVariantOf(usual))
                .map(Mapping::described)
                .toList();
    }

    private static Door door(Mapping mapping) {
        return mapping.isBelow("/api/") && !OpenAddresses.contains(mapping.path()) ? Door.TOKEN : Door.OPEN;
    }
}
