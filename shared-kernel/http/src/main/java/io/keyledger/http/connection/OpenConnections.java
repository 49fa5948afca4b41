package io.keyledger.http.connection;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The open connections of each address. Thread-safe. */
final class OpenConnections<C> {
    private final Map<String, Set<C>> byAddress = new ConcurrentHashMap<>();
    private final Predicate<C> isOpen;

    OpenConnections(Predicate<C> isOpen) {
        this.isOpen = isOpen;
    }

    /** Adds the connection, unless its address has that many open ones already: then false. */
    boolean add(String address, C connection, int most) {
        var added = new boolean[1];
        byAddress.compute(address, (_, known) -> {
            var connections = known == null ? new HashSet<C>() : known;
            if (connections.size() >= most) {
                connections.removeIf(isOpen.negate());
            }
            added[0] = connections.size() < most && connections.add(connection);
            return connections;
        });
        return added[0];
    }

    /** To be called now and then, so that addresses that have left take no memory. */
    void forgetClosed() {
        for (var address : byAddress.keySet()) {
            byAddress.computeIfPresent(address, (_, connections) -> {
                connections.removeIf(isOpen.negate());
                return connections.isEmpty() ? null : connections;
            });
        }
    }

    /** How many addresses are known. */
    int addresses() {
        return byAddress.size();
    }
}
