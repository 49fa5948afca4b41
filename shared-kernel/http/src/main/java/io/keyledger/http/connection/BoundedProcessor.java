package io.keyledger.http.connection;

import io.keyledger.http.connection.EvictionOrder.Candidate;
import io.keyledger.http.connection.UnderWay.Dispensable;
import java.io.IOException;
import java.util.Optional;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Knows since when the present request arrives. Tomcat's own time limits are for each read: a byte now and then keeps
 * them from ever being reached.
 */
final class BoundedProcessor extends Http11Processor {
    private final Arrivals arrivals;
    private final Pipeline pipeline;
    private volatile @Nullable Peer peer;
    private volatile boolean serving;
    private volatile long servingSince;

    BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, Arrivals arrivals) {
        this(protocol, new Pipeline(adapter), arrivals);
    }

    private BoundedProcessor(AbstractHttp11Protocol<?> protocol, Pipeline pipeline, Arrivals arrivals) {
        super(protocol, pipeline);
        this.pipeline = pipeline;
        this.arrivals = arrivals;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> given) throws IOException {
        var known = peer;
        if (known == null || !given.equals(known.connection())) {
            peer = new Peer(given, arrivals.addressOf(given));
        }
        servingSince = System.nanoTime();
        serving = true;
        arrivals.begin(this, given);
        pipeline.begin(given);
        try {
            return super.service(given);
        } finally {
            serving = false;
            arrivals.leave(this, given);
        }
    }

    /** The connection, if its request has not arrived as a whole within that many nanoseconds; else null. */
    @Nullable
    SocketWrapperBase<?> overdue(long now, long patience) {
        var asked = peer;
        var since = request.getStartTimeNanos();
        return asked != null && since >= 0 && now - since > patience && !hasArrived() ? asked.connection() : null;
    }

    /**
     * What to end so that others find room, if this may be ended: while the request has not arrived as a whole, and when
     * its answer, or its caller who does not read it, takes long.
     */
    Optional<Candidate<Dispensable>> dispensable(long now) {
        var asked = peer;
        var since = request.getStartTimeNanos();
        // of several requests in a row each begins anew: a thread that serves them has its place since the first one
        var isSlow = serving && now - servingSince > EvictionOrder.SOON.toNanos();
        return asked != null && since >= 0 && (!hasArrived() || isSlow)
                ? Optional.of(new Candidate<>(
                        new Dispensable(this, asked.connection()), asked.address(), serving ? servingSince : since))
                : Optional.empty();
    }

    /**
     * Whether all of the request is read. Other threads ask that while its own may leave it for the next one, and the
     * server's state is for one thread alone: what has no body filter then is not under way.
     */
    private boolean hasArrived() {
        try {
            return isRequestBodyFullyRead();
        } catch (NullPointerException | IndexOutOfBoundsException e) {
            return true;
        }
    }

    /** By whose number it is counted. */
    String address() {
        var asked = peer;
        return asked == null ? "" : asked.address();
    }

    /** Whether a thread is reading or answering the request; else the bytes read so far wait for more. */
    boolean isServing() {
        return serving;
    }

    /** Whether it waits for nothing: its request is answered, or its connection ended. */
    boolean isIdle() {
        var asked = peer;
        return !serving && (asked == null || asked.connection().isClosed() || request.getStartTimeNanos() < 0);
    }

    /** Whom it is connected with. One value: the address never is that of the connection before. */
    private record Peer(SocketWrapperBase<?> connection, String address) {}
}
