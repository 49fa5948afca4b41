/**
 * Uniqueness across aggregates, in tables beside the events: reserved values and used client
 * assertions, and what use counts.
 */
@NullMarked
package io.keyledger.command.reservation;

import org.jspecify.annotations.NullMarked;
