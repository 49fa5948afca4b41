package io.keyledger.view.follow;

import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewShape;
import java.util.List;

/**
 * A view, or several that share one position. A bean of it is kept up to date, rebuilt when its version differs from
 * the stored one or the operator asks, and waited for after a write.
 *
 * @param shape      its collections in the database
 * @param projection turns events into rows
 */
public record View(ViewShape shape, Projection projection) {
    public View(String name, int version, List<ViewCollection> collections, Projection projection) {
        this(new ViewShape(name, version, collections), projection);
    }

    public String name() {
        return shape.name();
    }

    public int version() {
        return shape.version();
    }

    public List<ViewCollection> collections() {
        return shape.collections();
    }
}
