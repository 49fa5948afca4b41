package io.keyledger.http.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with bounds on the connections of one address and on the time that a whole request takes to arrive, which Tomcat
 * has not: it counts connections of all addresses together, and time between two reads. Tomcat instantiates it by its
 * class name.
 */
public final class BoundedProtocol extends Http11NioProtocol {
    private static final long EVERY_MILLIS = 500;

    private final BoundedEndpoint endpoint;
    private final Set<BoundedProcessor> arriving = ConcurrentHashMap.newKeySet();
    private @Nullable Future<?> watch;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void bound(Bounds bounds) {
        endpoint.bound(bounds);
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, getAdapter(), this::begin);
    }

    private void begin(BoundedProcessor request, SocketWrapperBase<?> connection) {
        arriving.add(request);
        endpoint.speaks(connection);
    }

    @Override
    public void start() throws Exception {
        super.start();
        watch = getUtilityExecutor()
                .scheduleWithFixedDelay(this::endSlow, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() throws Exception {
        if (watch != null) {
            watch.cancel(false);
        }
        super.stop();
    }

    private void endSlow() {
        try {
            var now = System.nanoTime();
            endpoint.endSilent(now);
            arriving.removeIf(request -> isDone(request, now));
        } catch (RuntimeException e) {
            // without this the executor would never call again
            getLog().warn("Slow requests could not be ended.", e);
        }
    }

    /** Whether nothing more arrives of the request, because it is too late or because it has answered. */
    private boolean isDone(BoundedProcessor request, long now) {
        var late =
                request.overdue(now, endpoint.bounds().settings().requestTime().toNanos());
        if (late == null) {
            return request.isIdle();
        }
        end(request, late);
        return true;
    }

    @SuppressWarnings("unchecked") // all connections of this endpoint are of this type
    private void end(BoundedProcessor request, SocketWrapperBase<?> connection) {
        if (request.isServing()) {
            // its thread holds the connection's lock while it waits for the body
            connection.close();
        } else {
            endpoint.processSocket((SocketWrapperBase<NioChannel>) connection, SocketEvent.ERROR, true);
        }
    }
}
