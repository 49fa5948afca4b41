/** The schedule of notices and ends of credentials: a table beside the events. */
@NullMarked
package io.keyledger.command.schedule;

import org.jspecify.annotations.NullMarked;
