package io.keyledger.view.store;

import java.util.List;

/**
 * One of the sets of collections that a view is kept in: a rebuild fills another one beside the one that is read.
 *
 * @param number      which; the next one has the next number, and no number comes again
 * @param version     version of the shape of its rows
 * @param state       what it is there for
 * @param collections names of the collections, as readers know them
 */
public record Generation(int number, int version, State state, List<String> collections) {
    private static final int FIRST = 1;

    public Generation {
        collections = List.copyOf(collections);
    }

    /** What a generation is there for. */
    public enum State {
        /** Comes after the events from the first one on; nobody waits for it. */
        FILLED,
        /** Has caught up; whoever waits for what was written waits for it too, because it is read soon. */
        JOINED,
        /** The one that is read. */
        READ,
        /** Was read once, and is until every node knows better; by nodes of another release even longer. */
        REPLACED,
        /** Was never filled to the end. */
        ABANDONED;

        boolean isComing() {
            return this == FILLED || this == JOINED;
        }

        public boolean isGoing() {
            return this == REPLACED || this == ABANDONED;
        }
    }

    /** The name that a collection has in the database. */
    String collection(String name) {
        return named(name);
    }

    /** The name that the position of the view has in the database. */
    public String position(String view) {
        return named(view);
    }

    private String named(String name) {
        return number == FIRST ? name : name + "_g" + number;
    }

    Generation as(State other) {
        return new Generation(number, version, other, collections);
    }
}
