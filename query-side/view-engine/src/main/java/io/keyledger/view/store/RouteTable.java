package io.keyledger.view.store;

import io.keyledger.view.store.Generation.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The generations of all views at one moment. Collections outside any view have a single, unversioned name. */
record RouteTable(Map<String, Route> byName, Map<String, Route> byCollection) {
    static final RouteTable NONE = new RouteTable(Map.of(), Map.of());

    /**
     * Updates every view's generations. For a view whose generations are gone the known ones stay: reads then find
     * nothing.
     */
    RouteTable now(List<ViewShape> shapes, Map<String, Generations> all) {
        return of(
                shapes.stream().map(shape -> now(shape, all.get(shape.name()))).toList());
    }

    private Route now(ViewShape shape, @Nullable Generations all) {
        return new Route(shape, all == null || all.read(shape.version()) == null ? of(shape.name()) : all);
    }

    static RouteTable of(ViewShape shape, Generation only) {
        var generations = new Generations(List.of(only.as(State.READ)), only.number(), 0);
        return of(List.of(new Route(shape, generations)));
    }

    private static RouteTable of(List<Route> routes) {
        var byName = new HashMap<String, Route>();
        var byCollection = new HashMap<String, Route>();
        for (var route : routes) {
            byName.put(route.shape().name(), route);
            route.shape().collections().forEach(collection -> byCollection.put(collection.name(), route));
        }
        return new RouteTable(byName, byCollection);
    }

    String read(String collection) {
        var route = byCollection.get(collection);
        return route == null ? collection : route.read().collection(collection);
    }

    List<String> filled(String collection) {
        var route = byCollection.get(collection);
        return route == null
                ? List.of(collection)
                : Stream.concat(Stream.of(route.read()), Stream.ofNullable(route.coming()))
                        .map(generation -> generation.collection(collection))
                        .toList();
    }

    String position(String view) {
        var route = byName.get(view);
        return route == null ? view : route.read().position(view);
    }

    Generations of(String view) {
        var route = byName.get(view);
        return route == null ? Generations.NONE : route.all();
    }

    /** A view and its generations. */
    record Route(ViewShape shape, Generations all) {
        Generation read() {
            return Objects.requireNonNull(all.read(shape.version()));
        }

        @Nullable
        Generation coming() {
            return all.coming(shape.version());
        }
    }
}
