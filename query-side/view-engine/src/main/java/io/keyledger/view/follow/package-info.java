/** Keeps views up to date: processors that follow the events, rebuilds, and waiting until a write is visible. */
@NullMarked
package io.keyledger.view.follow;

import org.jspecify.annotations.NullMarked;
