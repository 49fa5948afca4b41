package io.keyledger.view.store;

import java.util.List;

/**
 * The collections of a view.
 *
 * @param name        name of the view
 * @param version     version of its shape; when it changes, the view is rebuilt from the first event on
 * @param collections what it writes
 */
public record ViewShape(String name, int version, List<ViewCollection> collections) {
    public ViewShape {
        collections = List.copyOf(collections);
    }
}
