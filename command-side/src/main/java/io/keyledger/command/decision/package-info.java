/** What aggregates decide with: all faults at once, versions compared, labels changed. */
@NullMarked
package io.keyledger.command.decision;

import org.jspecify.annotations.NullMarked;
