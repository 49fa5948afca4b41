/** What all modules share: ids, the marker of events, metadata keys, the source of randomness, the data directory. */
@NullMarked
package io.keyledger.kernel;

import org.jspecify.annotations.NullMarked;
