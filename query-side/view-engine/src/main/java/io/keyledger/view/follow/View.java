package io.keyledger.view.follow;

import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewShape;
import java.util.List;

/**
 * A view, or several that are always at the same position: make a bean of one and it is kept up to date, rebuilt when
 * its version is another than the stored one or the operator says so, and waited for after a write.
 *
 * @param shape      what it has in the database
 * @param projection how events become that
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
