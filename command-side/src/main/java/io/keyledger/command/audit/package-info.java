/** What the audit log must not lose, because it follows from no other event. */
@NullMarked
package io.keyledger.command.audit;

import org.jspecify.annotations.NullMarked;
