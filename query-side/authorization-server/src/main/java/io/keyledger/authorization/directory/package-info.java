/** The directory: what a node needs in memory to issue and check tokens, stored in a view of its own. */
@NullMarked
package io.keyledger.authorization.directory;

import org.jspecify.annotations.NullMarked;
