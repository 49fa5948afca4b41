package io.keyledger.http.connection;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
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
    /** How long an answer is waited for in any case, once its request has arrived. */
    private static final long ANSWERED_NANOS = Duration.ofSeconds(2).toNanos();

    private final Arrivals arrivals;
    private final Pipeline pipeline;
    private volatile @Nullable SocketWrapperBase<?> connection;
    private volatile @Nullable String address;
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
        if (!given.equals(connection)) {
            connection = given;
            address = null;
        }
        servingSince = System.nanoTime();
        serving = true;
        arrivals.begin(this, given);
        pipeline.begin(given);
        try {
            return super.service(given);
        } finally {
            serving = false;
            arrivals.leave(this);
        }
    }

    /** The connection, if its request has not arrived as a whole within that many nanoseconds; else null. */
    @Nullable
    SocketWrapperBase<?> overdue(long now, long patience) {
        var asked = connection;
        var since = request.getStartTimeNanos();
        return asked != null && since >= 0 && now - since > patience && !hasArrived() ? asked : null;
    }

    /**
     * What to end so that others find room, if this may be ended: while the request has not arrived as a whole, and when
     * its answer, or its caller who does not read it, takes long.
     */
    Optional<UnderWay.Dispensable> dispensable(long now) {
        var asked = connection;
        var since = request.getStartTimeNanos();
        // of several requests in a row each begins anew: a thread that serves them has its place since the first one
        var isSlow = serving && now - servingSince > ANSWERED_NANOS;
        return asked != null && since >= 0 && (!hasArrived() || isSlow)
                ? Optional.of(new UnderWay.Dispensable(this, asked, address(), serving ? servingSince : since))
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

    /** The {@link AddressKey} of whom it is connected with. */
    String address() {
        var known = address;
        if (known == null) {
            var asked = connection;
            known = asked == null ? "" : AddressKey.of(Objects.requireNonNullElse(asked.getRemoteAddr(), ""));
            address = known;
        }
        return known;
    }

    /** Whether a thread is reading or answering the request; else the bytes read so far wait for more. */
    boolean isServing() {
        return serving;
    }

    /** Whether it waits for nothing: its request is answered, or its connection ended. */
    boolean isIdle() {
        var asked = connection;
        return !serving && (asked == null || asked.isClosed() || request.getStartTimeNanos() < 0);
    }
}
