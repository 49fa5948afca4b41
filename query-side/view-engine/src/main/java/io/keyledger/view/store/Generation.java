package io.keyledger.view.store;

import java.util.List;

/**
 * One of the sets of collections that a view is kept in: a rebuild fills another one beside the one that is read.
 *
 * @param number      counts up; no number is used twice
 * @param version     version of the shape of its rows
 * @param state       its step in the life of a generation
 * @param collections names of the collections, as readers know them
 */
public record Generation(int number, int version, State state, List<String> collections) {
    private static final int FIRST = 1;

    public Generation {
        collections = List.copyOf(collections);
    }

    /** The steps in the life of a generation. */
    public enum State {
        /** Is filled with the events from the first one on; answers do not wait for it. */
        FILLED,
        /** Has caught up; answers to writes wait for it, too, because it is read next. */
        JOINED,
        /** The one that is read. */
        READ,
        /** Was read before, and still is by nodes that have not seen the switch, or by nodes of another release. */
        REPLACED,
        /** Is to be dropped: its rebuild was given up, or nothing reads it any more. */
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
