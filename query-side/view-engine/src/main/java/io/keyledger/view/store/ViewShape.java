package io.keyledger.view.store;

import java.util.List;

/**
 * What a view has in the database.
 *
 * @param name        name of the view
 * @param version     version of its shape; with another number it is made anew from the first event on
 * @param collections what it writes
 */
public record ViewShape(String name, int version, List<ViewCollection> collections) {
    public ViewShape {
        collections = List.copyOf(collections);
    }
}
