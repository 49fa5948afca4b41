/** What one process has of each: clock, randomness, data directory, public address; and why a start is refused. */
@NullMarked
package io.keyledger.command.startup;

import org.jspecify.annotations.NullMarked;
