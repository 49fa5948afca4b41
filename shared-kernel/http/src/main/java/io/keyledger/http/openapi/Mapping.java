package io.keyledger.http.openapi;

import io.keyledger.http.description.ApiMediaType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * One mapping of Spring MVC: a method at a path, and its handler.
 *
 * @param method   in capitals
 * @param path     as mapped, but for the names of the ids in it
 * @param consumes media types of the body; the API's own when the mapping names none
 * @param produces media types of the answer, likewise
 * @param handler  the method that answers
 * @param alias    empty, or the end of the operation's id when the handler answers at several paths
 * @param variant  whether it answers only requests with a certain parameter, beside the mapping of all others
 */
record Mapping(
        String method,
        String path,
        List<String> consumes,
        List<String> produces,
        HandlerMethod handler,
        String alias,
        boolean variant) {
    private static final Pattern ID = Pattern.compile("\\{(?:id|\\w+Id)}");

    /** The mapping once for each of its paths and methods. */
    static Stream<Mapping> of(RequestMappingInfo info, HandlerMethod handler) {
        var consumes = mediaTypes(info.getConsumesCondition().getConsumableMediaTypes());
        var produces = mediaTypes(info.getProducesCondition().getProducibleMediaTypes());
        var paths = new TreeSet<>(info.getPatternValues());
        return paths.stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Mapping(
                                method.name(),
                                named(path),
                                consumes,
                                produces,
                                handler,
                                path.equals(paths.getFirst()) ? "" : "At" + Names.camel(path),
                                !info.getParamsCondition().isEmpty())));
    }

    /** One address has one name for each id, whatever the handlers of its methods call it. */
    private static String named(String path) {
        var segments = path.split("/", -1);
        for (int i = 1, ids = 0; i < segments.length; i++) {
            if (ID.matcher(segments[i]).matches()) {
                segments[i] = ids++ == 0 ? "{id}" : '{' + Names.one(segments[i - 1]) + "_id}";
            }
        }
        return String.join("/", segments);
    }

    /** The handler's annotation; one with all defaults when it has none. */
    Described described() {
        var said = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Described.class);
        return said == null ? AnnotationUtils.synthesizeAnnotation(Described.class) : said;
    }

    /** Whether the handler reads a body: null when it does not, else whether it must be there. */
    @Nullable
    Boolean bodyRequired() {
        return Arrays.stream(handler.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(RequestBody.class))
                .filter(Objects::nonNull)
                .map(RequestBody::required)
                .findFirst()
                .orElse(null);
    }

    /** Whether it is a variant of that one: the same operation in the contract. */
    boolean isVariantOf(Mapping usual) {
        return variant && method.equals(usual.method) && path.equals(usual.path);
    }

    boolean isBelow(String prefix) {
        return path.startsWith(prefix);
    }

    private static List<String> mediaTypes(Set<MediaType> named) {
        return named.isEmpty() ? List.of(ApiMediaType.JSON_API_VALUE) : strings(named);
    }

    private static List<String> strings(Collection<MediaType> types) {
        return types.stream().map(MediaType::toString).sorted().toList();
    }
}
