package io.keyledger.http.connection;

import io.keyledger.http.connection.EvictionOrder.Candidate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Accepts connections, so many from each address, and knows which of them have no request under way. When there are as
 * many as may be, some of these end for new ones, in the {@link EvictionOrder}.
 */
final class BoundedEndpoint extends NioEndpoint {
    private static final Log LOG = LogFactory.getLog(BoundedEndpoint.class);

    /** Of so many connections one ends at a time: to look for a single one each time would take more than to accept it. */
    private static final int SOME_PART = 50;

    private final OpenConnections<SocketChannel> open = new OpenConnections<>(SocketChannel::isOpen);
    private final Map<SocketChannel, Accepted> accepted = new ConcurrentHashMap<>();
    private final AtomicLong proxied = new AtomicLong();
    private volatile Bounds bounds = Bounds.NONE;
    private volatile int most = Integer.MAX_VALUE;

    /** To be called before the port opens. */
    void bound(Bounds given, int connections) {
        bounds = given;
        most = connections;
        // it accepts one more, for which others end then
        setMaxConnections(connections + 1);
    }

    Bounds bounds() {
        return bounds;
    }

    /** Without a bound they are counted too, so that a connection can be told that its next request is the last. */
    @Override
    public int getMaxKeepAliveRequests() {
        var given = super.getMaxKeepAliveRequests();
        return given > 0 ? given : Integer.MAX_VALUE;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (!admits(socket)) {
            destroySocket(socket);
            return false;
        }
        if (getConnectionCount() > most) {
            endIdle();
        }
        return super.setSocketOptions(socket);
    }

    private boolean admits(SocketChannel socket) {
        try {
            var address = ((InetSocketAddress) Objects.requireNonNull(socket.getRemoteAddress())).getAddress();
            var isOfProxy = bounds.isUnbounded(address);
            var key = isOfProxy ? "proxied " + proxied.incrementAndGet() : AddressKey.of(address);
            if (!isOfProxy && !open.add(key, socket, bounds.settings().perAddress())) {
                return false;
            }
            accepted.put(socket, new Accepted(key, isOfProxy));
            return true;
        } catch (IOException | NullPointerException e) {
            LOG.debug("A connection has ended before it was accepted.", e);
            return false;
        }
    }

    /** The connection has sent bytes of a request. */
    void speaks(SocketWrapperBase<?> connection) {
        var known = known(connection);
        if (known != null) {
            known.isSilent = false;
            known.isIdle = false;
        }
    }

    /** The connection has no request under way. */
    void rests(SocketWrapperBase<?> connection) {
        var known = known(connection);
        if (known != null) {
            known.idleSince = System.nanoTime();
            known.isIdle = true;
        }
    }

    /** Null once the connection has ended, which another thread may do at any time. */
    static @Nullable SocketChannel socketOf(SocketWrapperBase<?> connection) {
        return connection.getSocket() instanceof NioChannel channel ? channel.getIOChannel() : null;
    }

    /** By whose number its requests are counted: an {@link AddressKey}, or a text of its own for each of a proxy's. */
    String addressOf(SocketWrapperBase<?> connection) {
        var known = known(connection);
        return known == null ? "" : known.address;
    }

    private @Nullable Accepted known(SocketWrapperBase<?> connection) {
        var socket = socketOf(connection);
        return socket == null ? null : accepted.get(socket);
    }

    /** Ends connections that began no request in time, or for new ones that wait; forgets those that ended. */
    void endSilent(long now) {
        open.forgetClosed();
        accepted.keySet().removeIf(socket -> !socket.isOpen());
        var patience = bounds.settings().requestTime().toNanos();
        accepted.forEach((socket, known) -> {
            if (known.isSilent && now - known.idleSince > patience) {
                end(socket, known);
            }
        });
        if (accepted.size() > most) {
            endIdle();
        }
    }

    private void endIdle() {
        var candidates = new ArrayList<Candidate<SocketChannel>>();
        var byAddress = new HashMap<String, Integer>();
        accepted.forEach((socket, known) -> {
            if (!known.isOfProxy && socket.isOpen()) {
                byAddress.merge(known.address, 1, Integer::sum);
                if (known.isIdle) {
                    candidates.add(new Candidate<>(socket, known.address, known.idleSince));
                }
            }
        });
        var some = Math.max(1, most / SOME_PART);
        EvictionOrder.first(some, most, candidates, byAddress, System.nanoTime())
                .forEach(one -> {
                    var known = accepted.get(one.what());
                    if (known != null) {
                        end(one.what(), known);
                    }
                });
    }

    /** Unless a thread has just begun to serve it. */
    private void end(SocketChannel socket, Accepted known) {
        var connection = connections.get(socket);
        if (connection == null || !connection.getLock().tryLock()) {
            return;
        }
        try {
            if (known.isIdle) {
                connection.close();
            }
        } finally {
            connection.getLock().unlock();
        }
    }

    /** A connection; idle until it speaks. */
    private static final class Accepted {
        /** The {@link AddressKey} of who opened it; of a proxy's, which carry everybody's requests, each has its own. */
        private final String address;

        private final boolean isOfProxy;
        private volatile boolean isSilent = true;
        private volatile boolean isIdle = true;
        private volatile long idleSince = System.nanoTime();

        Accepted(String address, boolean isOfProxy) {
            this.address = address;
            this.isOfProxy = isOfProxy;
        }
    }
}
