package io.keyledger.authorization.use;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * The refusals of one organization, counted by kind. Beyond a number of kinds further ones are counted together, so
 * that no refusal is lost and nobody fills the memory. Failed authentications and refused tokens have room of their own
 * beside refused operations, and each app its part of either: no caller takes the room of other apps. Thread-safe.
 */
final class RefusalShare {
    /** Refused operations, of all apps and of one. */
    static final Room OPERATIONS = new Room(200, 20);

    /** Failed authentications and refused tokens; of one app there are not as many reasons. */
    static final Room SIGN_INS = new Room(1000, 16);

    private final RefusedAttempt others;
    private final Map<RefusedAttempt, RefusalCounter> kinds = new ConcurrentHashMap<>();

    RefusalShare(String organizationId) {
        others = new RefusedAttempt.Others(organizationId);
    }

    void add(RefusedAttempt kind, Instant now, String address) {
        count(kind, counter -> counter.add(now, address));
    }

    /** Adds what was counted before, here or on another node. */
    void add(RefusedAttempt kind, RefusalCounter.Count untold) {
        count(kind, counter -> counter.giveBack(untold));
    }

    private void count(RefusedAttempt kind, Consumer<RefusalCounter> counting) {
        var counted = kinds.containsKey(kind) || hasRoom(kind) ? kind : others;
        kinds.compute(counted, (key, known) -> {
            var counter = known == null ? new RefusalCounter() : known;
            counting.accept(counter);
            return counter;
        });
    }

    private boolean hasRoom(RefusedAttempt kind) {
        var room = room(kind);
        var known =
                kinds.keySet().stream().filter(one -> room(one).equals(room)).toList();
        return known.size() < room.inAll()
                && known.stream()
                                .filter(one -> Objects.equals(one.appId(), kind.appId()))
                                .count()
                        < room.ofApp();
    }

    private static Room room(RefusedAttempt kind) {
        return kind instanceof RefusedAttempt.Refusal ? OPERATIONS : SIGN_INS;
    }

    /** Forgets kinds that did not occur for a while; returns whether none is left. */
    boolean forgetOver(Instant now) {
        kinds.keySet().forEach(kind -> kinds.computeIfPresent(kind, (key, c) -> c.isOver(now) ? null : c));
        return kinds.isEmpty();
    }

    /** The kinds to report: those for which the condition holds then. */
    List<Counted> counted(Instant now, BiPredicate<RefusalCounter, Instant> condition) {
        return kinds.entrySet().stream()
                .filter(one -> condition.test(one.getValue(), now))
                .map(one -> new Counted(one.getKey(), one.getValue()))
                .toList();
    }

    /** How many kinds are told apart. */
    record Room(int inAll, int ofApp) {}

    /** A kind and its counter. */
    record Counted(RefusedAttempt kind, RefusalCounter counter) {}
}
