package io.keyledger.view.store;

import io.keyledger.view.store.Generation.State;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All generations of one view. They are replaced by one write, so that nodes never see half a change.
 *
 * @param all      in the order of their making
 * @param last     the highest number that was ever given
 * @param revision how many changes there were, for compare and set
 */
public record Generations(List<Generation> all, int last, long revision) {
    static final Generations NONE = new Generations(List.of(), 0, 0);

    public Generations {
        all = List.copyOf(all);
    }

    /** The one that nodes with this version of the view read; another release may read one of another version. */
    @Nullable
    public Generation read(int version) {
        return all.stream()
                .filter(one -> one.version() == version)
                .filter(one -> one.state() == State.READ || one.state() == State.REPLACED)
                .max(Comparator.comparing((Generation one) -> one.state() == State.READ)
                        .thenComparingInt(Generation::number))
                .orElse(null);
    }

    /** The one that a rebuild fills, or null. */
    @Nullable
    Generation coming() {
        return all.stream().filter(one -> one.state().isComing()).findFirst().orElse(null);
    }

    /** The same, if nodes with this version of the view can fill it. */
    @Nullable
    public Generation coming(int version) {
        var coming = coming();
        return coming != null && coming.version() == version ? coming : null;
    }

    /** Adds one to be filled, unless there is one already or the one that is read is of another release. */
    Generations begun(int version, List<String> collections) {
        var read = read(version);
        return coming() != null || read == null || read.state() != State.READ
                ? this
                : plus(new Generation(last + 1, version, State.FILLED, collections));
    }

    /** Marks the filled one as joined, if it is still being filled. */
    public Generations joined(int number) {
        return is(number, State.FILLED) ? each(one -> one.number() == number ? one.as(State.JOINED) : one) : this;
    }

    /** Reads from the joined one, if it is still joined. */
    public Generations switched(int number) {
        return is(number, State.JOINED) ? readFrom(number) : this;
    }

    /** Adds one that is read at once, although it is still empty; a rebuild under way is given up. */
    Generations fresh(int version, List<String> collections) {
        var number = last + 1;
        return plus(new Generation(number, version, State.FILLED, collections))
                .readFrom(number)
                .each(one -> one.state().isComing() ? one.as(State.ABANDONED) : one);
    }

    /** Reads from that one; the one read before is replaced. */
    Generations readFrom(int number) {
        return each(one -> {
            if (one.number() == number) {
                return one.as(State.READ);
            }
            return one.state() == State.READ ? one.as(State.REPLACED) : one;
        });
    }

    /** Marks that one to be dropped, if it is not in use again. */
    Generations abandoned(int number) {
        return each(one -> one.number() == number && one.state().isGoing() ? one.as(State.ABANDONED) : one);
    }

    Generations without(int number) {
        return new Generations(
                all.stream().filter(one -> one.number() != number).toList(), last, revision);
    }

    Generations revised() {
        return new Generations(all, last, revision + 1);
    }

    boolean is(int number, State state) {
        return all.stream().anyMatch(one -> one.number() == number && one.state() == state);
    }

    private Generations plus(Generation one) {
        return new Generations(Stream.concat(all.stream(), Stream.of(one)).toList(), one.number(), revision);
    }

    private Generations each(UnaryOperator<Generation> change) {
        return new Generations(all.stream().map(change).toList(), last, revision);
    }
}
