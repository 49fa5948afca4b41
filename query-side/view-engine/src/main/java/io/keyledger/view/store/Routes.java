package io.keyledger.view.store;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Maps collection names to those of the generation that is read. What this node knows is never older than
 * {@link #LEASE}, so that a node that changes a route can wait until all nodes know.
 */
public final class Routes {
    public static final Duration LEASE = Duration.ofSeconds(1);

    private volatile RouteTable table;
    private volatile boolean shared;
    private volatile long lookedAt;
    private @Nullable GenerationStore schema;
    private List<ViewShape> shapes = List.of();

    Routes() {
        this(RouteTable.NONE);
    }

    private Routes(RouteTable table) {
        this.table = table;
    }

    /** Routes to one generation, for the processor that fills it. */
    static Routes to(ViewShape shape, Generation generation) {
        return new Routes(RouteTable.of(shape, generation));
    }

    /** A fixed copy of the present routes, for reads of several collections at one moment. */
    Routes asOfNow() {
        return new Routes(current());
    }

    /** The name in the database of the collection that is read. */
    String read(String collection) {
        return current().read(collection);
    }

    /** The names in the database of the collection that is read, and of the one that is read next. */
    List<String> filled(String collection) {
        return current().filled(collection);
    }

    /** The name in the database of the position of the generation that is read. */
    String position(String view) {
        return current().position(view);
    }

    /** The same as this node last saw it, without asking the database. */
    String knownPosition(String view) {
        return table.position(view);
    }

    /** The generations of the view. */
    public Generations of(String view) {
        return current().of(view);
    }

    /**
     * From now on the routes follow the stored generations.
     *
     * @param isShared whether other nodes change them, too
     */
    public synchronized void follow(List<ViewShape> views, GenerationStore newSchema, boolean isShared) {
        shapes = List.copyOf(views);
        schema = newSchema;
        look();
        shared = isShared;
    }

    /** Reads the stored generations now, if there are any to follow. */
    public synchronized void look() {
        var followed = schema;
        if (followed != null) {
            var since = System.nanoTime();
            table = table.now(shapes, followed.all());
            lookedAt = since;
        }
    }

    private RouteTable current() {
        if (shared && isOld()) {
            lookAgain();
        }
        return table;
    }

    private synchronized void lookAgain() {
        if (isOld()) {
            look();
        }
    }

    private boolean isOld() {
        return System.nanoTime() - lookedAt >= LEASE.toNanos();
    }
}
