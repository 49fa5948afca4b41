/** What aggregates share: collecting faults, comparing versions, changing labels. */
@NullMarked
package io.keyledger.command.decision;

import org.jspecify.annotations.NullMarked;
