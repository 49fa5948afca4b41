package io.keyledger.http.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Accepts connections, so many from each address, and knows which of them have not begun a request yet. */
final class BoundedEndpoint extends NioEndpoint {
    private static final Log LOG = LogFactory.getLog(BoundedEndpoint.class);

    private final OpenConnections<SocketChannel> open = new OpenConnections<>(SocketChannel::isOpen);
    private final Map<SocketChannel, Long> silent = new ConcurrentHashMap<>();
    private volatile Bounds bounds = Bounds.NONE;

    void bound(Bounds given) {
        bounds = given;
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
        silent.put(socket, System.nanoTime());
        return super.setSocketOptions(socket);
    }

    private boolean admits(SocketChannel socket) {
        try {
            var address = ((InetSocketAddress) Objects.requireNonNull(socket.getRemoteAddress())).getAddress();
            return bounds.isUnbounded(address)
                    || open.add(
                            AddressKey.of(address), socket, bounds.settings().perAddress());
        } catch (IOException | NullPointerException e) {
            LOG.debug("A connection has ended before it was accepted.", e);
            return false;
        }
    }

    /** The connection has sent the first bytes of a request. */
    void speaks(SocketWrapperBase<?> connection) {
        if (connection.getSocket() instanceof NioChannel channel) {
            silent.remove(channel.getIOChannel());
        }
    }

    /** Ends connections that began no request in time, and forgets those that ended. */
    void endSilent(long now) {
        open.forgetClosed();
        var patience = bounds.settings().requestTime().toNanos();
        silent.forEach((socket, since) -> {
            if (!socket.isOpen()) {
                silent.remove(socket);
            } else if (now - since > patience) {
                silent.remove(socket);
                var connection = connections.get(socket);
                if (connection != null) {
                    connection.close();
                }
            }
        });
    }
}
