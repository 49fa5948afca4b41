/** What every decision rests on: clock, data directory, event store, command bus, transactions, idempotency. */
@NullMarked
package io.keyledger.command.support;

import org.jspecify.annotations.NullMarked;
