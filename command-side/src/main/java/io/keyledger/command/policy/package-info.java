/** What follows from events and errands without anybody asking: the parts of a new organization, the move of ownership, the first start. */
@NullMarked
package io.keyledger.command.policy;

import org.jspecify.annotations.NullMarked;
