package io.keyledger.http.connection;

import java.util.concurrent.locks.LockSupport;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that stand one behind the other in what a connection has sent. Others have a turn in between, since a
 * virtual thread that waits for nothing is never interrupted; and after so many the connection ends, which clients that
 * send in this way must expect (RFC 9112 section 9.3.2). To be used by one processor.
 */
final class Pipeline implements Adapter {
    /** Requests answered one after the other, without a wait for the next one. */
    static final int MOST = 20;

    /**
     * Of a timed pause its thread comes back by way of the timer, behind what has arrived meanwhile. After a yield, or woken
     * by another virtual thread, it would stand in its processor's own queue, which is emptied before new arrivals are seen.
     */
    private static final long PAUSE_NANOS = 1;

    private final Adapter adapter;
    private @Nullable SocketWrapperBase<?> connection;
    private int begun;

    Pipeline(Adapter adapter) {
        this.adapter = adapter;
    }

    /** The connection has sent something after a wait. */
    void begin(SocketWrapperBase<?> given) {
        connection = given;
        begun = 0;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        begun++;
        if (begun > 1) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (begun == MOST - 1 && connection != null) {
            // the server counts down to the last request, whose answer says that the connection ends
            connection.setKeepAliveLeft(1);
        }
        adapter.service(request, response);
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return adapter.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent event) throws Exception {
        return adapter.asyncDispatch(request, response, event);
    }

    @Override
    public void log(Request request, Response response, long time) {
        adapter.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        adapter.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return adapter.getDomain();
    }
}
