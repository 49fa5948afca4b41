package io.keyledger.http.connection;

import java.io.IOException;
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
    private volatile @Nullable SocketWrapperBase<?> connection;
    private volatile boolean serving;

    BoundedProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, Arrivals arrivals) {
        super(protocol, adapter);
        this.arrivals = arrivals;
    }

    @Override
    public SocketState service(SocketWrapperBase<?> given) throws IOException {
        connection = given;
        serving = true;
        arrivals.begin(this, given);
        try {
            return super.service(given);
        } finally {
            serving = false;
        }
    }

    /** The connection, if its request has not arrived as a whole within that many nanoseconds; else null. */
    @Nullable
    SocketWrapperBase<?> overdue(long now, long patience) {
        var asked = connection;
        var since = request.getStartTimeNanos();
        return asked != null && since >= 0 && now - since > patience && !isRequestBodyFullyRead() ? asked : null;
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
