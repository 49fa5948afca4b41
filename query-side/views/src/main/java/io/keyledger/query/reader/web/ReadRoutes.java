package io.keyledger.query.reader.web;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.read.AsOf;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.query.reader.Past;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Registers the GET routes of every resource and every relationship. Source: CONTRACT part B, section 6. */
final class ReadRoutes implements SmartInitializingSingleton {
    private static final String API = "/api/";
    private static final String ID = "/{id}";
    private static final String PART = "/{partId}";
    private static final String IDENTIFIERS = "/relationships/";
    private static final String RELATED = "related";

    private final RequestMappingHandlerMapping addresses;
    private final Reader reader;
    private final Past past;

    ReadRoutes(RequestMappingHandlerMapping addresses, Reader reader, Past past) {
        this.addresses = addresses;
        this.reader = reader;
        this.past = past;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Resources.all().stream().filter(type -> !type.is(Trait.SINGLETON)).forEach(this::add);
        Resources.all(Trait.WITH_PAST).forEach(this::addPast);
        addUser();
    }

    private void add(ResourceType type) {
        var reads = new ResourceReads(type, reader);
        var path = API + type.name();
        get(path, reads, "list");
        get(path + ID, reads, "single");
        for (var relationship : type.relationships()) {
            var related = new RelatedReads(type, relationship, reader);
            get(path + ID + '/' + relationship.name(), related, RELATED);
            get(path + ID + IDENTIFIERS + relationship.name(), related, "identifiers");
            if (Resources.target(relationship).is(Trait.PART_OF_APP)) {
                get(path + ID + '/' + relationship.name() + PART, related, "part");
            }
        }
    }

    private void addPast(ResourceType type) {
        var path = API + type.name() + ID;
        get(path, new PastReads(type, past), "single", AsOf.NAME);
        type.relationships().stream().filter(Resources::isToParts).forEach(relationship -> {
            var parts = new PastParts(type, relationship, past);
            get(path + '/' + relationship.name(), parts, RELATED, AsOf.NAME);
            if (Resources.target(relationship).is(Trait.PART_OF_APP)) {
                get(path + '/' + relationship.name() + PART, parts, "part", AsOf.NAME);
            }
        });
    }

    private void addUser() {
        var path = API + Resources.USERS.callersOne();
        for (var relationship : Resources.USERS.relationships()) {
            var user = new UserReads(relationship, reader);
            get(path + '/' + relationship.name(), user, RELATED);
            get(path + IDENTIFIERS + relationship.name(), user, "identifiers");
        }
        get(path, new UserReads(Resources.USERS.relationships().getFirst(), reader), "single");
    }

    /**
     * Registers a route for requests that have the parameters; of two that match, Spring takes the one with more
     * parameters.
     */
    private void get(String path, Object handler, String methodName, String... parameters) {
        var method = Arrays.stream(handler.getClass().getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(methodName))
                .filter(candidate -> candidate.getParameterCount() > 1)
                .filter(candidate -> candidate.getParameterTypes()[0] == HttpServletRequest.class
                        && candidate.getParameterTypes()[1] == Caller.class)
                .findFirst()
                .orElseThrow();
        addresses.registerMapping(
                RequestMappingInfo.paths(path)
                        .methods(RequestMethod.GET)
                        .params(parameters)
                        .options(addresses.getBuilderConfiguration())
                        .build(),
                handler,
                method);
    }
}
