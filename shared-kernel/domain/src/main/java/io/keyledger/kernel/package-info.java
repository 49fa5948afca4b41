/** The words both sides agree on: ids, the marker of events, metadata keys, the one source of randomness. */
@NullMarked
package io.keyledger.kernel;

import org.jspecify.annotations.NullMarked;
