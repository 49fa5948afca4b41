/** The command bus: one command at a time per aggregate, short transactions, failures translated into refusals. */
@NullMarked
package io.keyledger.command.bus;

import org.jspecify.annotations.NullMarked;
