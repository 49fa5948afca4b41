package io.keyledger.query.support;

import io.keyledger.query.support.Generation.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The generations of all views at one moment. What is in no view has one place for ever. */
record RouteTable(Map<String, View> byName, Map<String, View> byCollection) {
    static final RouteTable NONE = new RouteTable(Map.of(), Map.of());

    /** This one with all there is now. Of a view that is gone it stays as it was: what is read then shows nothing. */
    RouteTable now(List<ViewGroup> groups, Map<String, Generations> all) {
        return of(
                groups.stream().map(group -> now(group, all.get(group.name()))).toList());
    }

    private View now(ViewGroup group, @Nullable Generations all) {
        return new View(group, all == null || all.read(group.version()) == null ? of(group.name()) : all);
    }

    static RouteTable of(ViewGroup group, Generation only) {
        var generations = new Generations(List.of(only.as(State.READ)), only.number(), 0);
        return of(List.of(new View(group, generations)));
    }

    private static RouteTable of(List<View> views) {
        var byName = new HashMap<String, View>();
        var byCollection = new HashMap<String, View>();
        for (var view : views) {
            byName.put(view.group().name(), view);
            view.group().collections().forEach(collection -> byCollection.put(collection.name(), view));
        }
        return new RouteTable(byName, byCollection);
    }

    String read(String collection) {
        var view = byCollection.get(collection);
        return view == null ? collection : view.read().collection(collection);
    }

    List<String> filled(String collection) {
        var view = byCollection.get(collection);
        return view == null
                ? List.of(collection)
                : Stream.concat(Stream.of(view.read()), Stream.ofNullable(view.coming()))
                        .map(generation -> generation.collection(collection))
                        .toList();
    }

    String position(String group) {
        var view = byName.get(group);
        return view == null ? group : view.read().position(group);
    }

    Generations of(String group) {
        var view = byName.get(group);
        return view == null ? Generations.NONE : view.all();
    }

    /** A view and all there is of it. */
    record View(ViewGroup group, Generations all) {
        Generation read() {
            return Objects.requireNonNull(all.read(group.version()));
        }

        @Nullable
        Generation coming() {
            return all.coming(group.version());
        }
    }
}
