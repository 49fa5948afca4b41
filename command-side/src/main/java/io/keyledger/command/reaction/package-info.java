/**
 * What follows from events, composite commands and time without anybody asking: the parts of a new organization, the move of
 * ownership, the end of credentials and the notices before it.
 */
@NullMarked
package io.keyledger.command.reaction;

import org.jspecify.annotations.NullMarked;
