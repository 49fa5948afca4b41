package io.keyledger.query.support;

import java.util.List;

/**
 * A view, or several that are always at the same position: make a bean of one and it is kept up to date, rebuilt when
 * its version is another than the stored one or the operator says so, and waited for after a write.
 *
 * @param name        name of the processor
 * @param version     version of its shape; with another number it is made anew from the first event on
 * @param collections what it writes
 * @param projection  how
 */
public record ViewGroup(String name, int version, List<ViewCollection> collections, Projection projection) {
    public ViewGroup {
        collections = List.copyOf(collections);
    }
}
