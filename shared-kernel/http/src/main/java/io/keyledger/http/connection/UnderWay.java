package io.keyledger.http.connection;

import io.keyledger.http.connection.EvictionOrder.Candidate;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.apache.juli.logging.Log;
import org.apache.juli.logging.LogFactory;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * The requests under way at a port. Each takes some 140 KB of buffers and stack, where a connection between two requests
 * takes 16: so there are so many at once. When there are more, some that have not arrived as a whole or take long are
 * ended, in the {@link EvictionOrder}. Thread-safe.
 */
final class UnderWay implements Arrivals {
    private static final Log LOG = LogFactory.getLog(UnderWay.class);

    /** Of so many requests one is ended at a time: to look for a single one each time would take more than a request. */
    private static final int SOME_PART = 50;

    private final BoundedEndpoint endpoint;
    private final Set<BoundedProcessor> requests = ConcurrentHashMap.newKeySet();
    private final Set<BoundedProcessor> ending = ConcurrentHashMap.newKeySet();
    private volatile int most = Integer.MAX_VALUE;
    private volatile int some = 1;
    private volatile Semaphore places = new Semaphore(Integer.MAX_VALUE);

    UnderWay(BoundedEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /** To be called before the port opens. */
    void bound(int atOnce) {
        most = atOnce;
        some = Math.max(1, atOnce / SOME_PART);
        places = new Semaphore(atOnce);
    }

    /** Runs each task when there is a place for it. */
    Executor limiting(Executor executor) {
        return task -> executor.execute(() -> inPlace(task));
    }

    private void inPlace(Runnable task) {
        var asked = places;
        if (!asked.tryAcquire()) {
            endForThoseWaiting(1);
            asked.acquireUninterruptibly();
        }
        try {
            task.run();
        } finally {
            asked.release();
        }
    }

    @Override
    public void begin(BoundedProcessor request, SocketWrapperBase<?> connection) {
        requests.add(request);
        endpoint.speaks(connection);
        endUnfinished();
    }

    /** What waits for more of its request has no place among the requests that are served, but takes memory as they do. */
    private void endUnfinished() {
        if (requests.size() > most) {
            endOldest(some, request -> !request.isServing());
        }
    }

    @Override
    public void leave(BoundedProcessor request, SocketWrapperBase<?> connection) {
        ending.remove(request);
        if (request.isIdle()) {
            requests.remove(request);
            endpoint.rests(connection);
        }
    }

    @Override
    public String addressOf(SocketWrapperBase<?> connection) {
        return endpoint.addressOf(connection);
    }

    /** Ends what takes too long to arrive, or to be answered while others wait; forgets what is answered. */
    void endSlow(long now) {
        var patience = endpoint.bounds().settings().requestTime().toNanos();
        requests.removeIf(request -> {
            var late = request.overdue(now, patience);
            if (late == null) {
                return request.isIdle();
            }
            end(request, late);
            return true;
        });
        ending.removeIf(request -> !request.isServing());
        endUnfinished();
        endForThoseWaiting(0);
    }

    /** Ends some, unless as many as wait end already: a thread that is woken takes a while to leave its place. */
    private void endForThoseWaiting(int more) {
        var wanted = places.getQueueLength() + more - ending.size();
        if (wanted > 0) {
            endOldest(Math.max(wanted, some), BoundedProcessor::isServing);
        }
    }

    private synchronized void endOldest(int count, Predicate<BoundedProcessor> which) {
        var now = System.nanoTime();
        var candidates = new ArrayList<Candidate<Dispensable>>();
        var byAddress = new HashMap<String, Integer>();
        for (var request : requests) {
            if (which.test(request)) {
                byAddress.merge(request.address(), 1, Integer::sum);
                request.dispensable(now).ifPresent(candidates::add);
            }
        }
        for (var oldest : EvictionOrder.first(count, most, candidates, byAddress, now)) {
            var one = oldest.what();
            requests.remove(one.request());
            if (one.request().isServing()) {
                ending.add(one.request());
            }
            end(one.request(), one.connection());
        }
    }

    @SuppressWarnings("unchecked") // all connections of this endpoint are of this type
    private void end(BoundedProcessor request, SocketWrapperBase<?> connection) {
        if (request.isServing()) {
            shutDown(connection);
        } else {
            // not in its turn: this makes a place free
            Thread.ofVirtual()
                    .start(() -> endpoint.processSocket(
                            (SocketWrapperBase<NioChannel>) connection, SocketEvent.ERROR, false));
        }
    }

    /**
     * Its thread holds the connection's lock while it waits for its caller: that wakes it, and it closes the connection.
     * Closing it here would leave the thread waiting until the time limit of its read.
     */
    private static void shutDown(SocketWrapperBase<?> connection) {
        var socket = BoundedEndpoint.socketOf(connection);
        if (socket != null) {
            try {
                socket.shutdownInput();
                socket.shutdownOutput();
            } catch (IOException e) {
                LOG.debug("A connection has ended before it was ended.", e);
            }
        }
    }

    /** A request that may be ended, with the connection that it had then. */
    record Dispensable(BoundedProcessor request, SocketWrapperBase<?> connection) {}
}
