/** Stores rows: collections, the generations of a view, and which of them is read. */
@NullMarked
package io.keyledger.view.store;

import org.jspecify.annotations.NullMarked;
