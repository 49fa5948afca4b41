/** The client directory: what a node must know to issue and check tokens, held in memory, kept in a view of its own. */
@NullMarked
package io.keyledger.authorization.directory;

import org.jspecify.annotations.NullMarked;
