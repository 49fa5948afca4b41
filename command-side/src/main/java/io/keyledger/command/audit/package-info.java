/** What the audit log has from no other event: refused attempts and signed checkpoints. */
@NullMarked
package io.keyledger.command.audit;

import org.jspecify.annotations.NullMarked;
