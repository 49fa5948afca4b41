/** The event store: Axon's engine over SQLite or PostgreSQL, its transactions, and the tables beside the events. */
@NullMarked
package io.keyledger.command.eventstore;

import org.jspecify.annotations.NullMarked;
