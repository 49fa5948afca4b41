package io.keyledger.view.embedded;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/** Merges several sorted sources into one sorted sequence. */
final class Merge<K, T> implements Iterator<T> {
    private final PriorityQueue<Source<K>> sources;
    private final Function<K, T> result;

    Merge(List<Iterator<K>> sources, Comparator<K> order, Function<K, T> result) {
        this.sources = new PriorityQueue<>(Math.max(1, sources.size()), Comparator.comparing(Source::first, order));
        this.result = result;
        sources.stream().filter(Iterator::hasNext).forEach(rest -> this.sources.add(new Source<>(rest.next(), rest)));
    }

    @Override
    public boolean hasNext() {
        return !sources.isEmpty();
    }

    @Override
    public T next() {
        var source = sources.remove();
        if (source.rest().hasNext()) {
            sources.add(new Source<>(source.rest().next(), source.rest()));
        }
        return result.apply(source.first());
    }

    private record Source<K>(K first, Iterator<K> rest) {}
}
