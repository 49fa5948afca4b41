/** The clock, randomness, data directory and public address of a process, and the report of a refused start. */
@NullMarked
package io.keyledger.command.startup;

import org.jspecify.annotations.NullMarked;
