package io.keyledger.http.connection;

import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.jspecify.annotations.Nullable;

/**
 * HTTP with bounds on the connections of one address, on the requests under way, and on the time that a whole request
 * takes to arrive, which Tomcat has not: it counts connections of all addresses together, requests by threads, of which
 * there are as many as wanted here, and time between two reads. Tomcat instantiates it by its class name.
 */
public final class BoundedProtocol extends Http11NioProtocol {
    private static final long EVERY_MILLIS = 500;

    private final BoundedEndpoint endpoint;
    private final UnderWay underWay;
    private @Nullable Future<?> watch;

    public BoundedProtocol() {
        this(new BoundedEndpoint());
    }

    private BoundedProtocol(BoundedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        this.underWay = new UnderWay(endpoint);
    }

    void bound(Bounds bounds, int connections, int requests) {
        endpoint.bound(bounds, connections);
        underWay.bound(requests);
    }

    @Override
    public void setExecutor(Executor executor) {
        super.setExecutor(underWay.limiting(executor));
    }

    @Override
    protected Processor createProcessor() {
        return new BoundedProcessor(this, getAdapter(), underWay);
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
            underWay.endSlow(now);
        } catch (RuntimeException e) {
            // without this the executor would never call again
            getLog().warn("Slow requests could not be ended.", e);
        }
    }
}
