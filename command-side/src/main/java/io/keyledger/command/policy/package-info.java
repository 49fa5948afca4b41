/**
 * What follows from events, errands and time without anybody asking: the parts of a new organization, the move of
 * ownership, the first start, the end of credentials and the notices before it.
 */
@NullMarked
package io.keyledger.command.policy;

import org.jspecify.annotations.NullMarked;
