/** Uniqueness across aggregates, in tables beside the events: reserved values and used client assertions. */
@NullMarked
package io.keyledger.command.reservation;

import org.jspecify.annotations.NullMarked;
