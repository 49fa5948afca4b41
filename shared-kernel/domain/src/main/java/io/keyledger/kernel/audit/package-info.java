/** Ids, events and commands of refused attempts and of signed checkpoints; the signer of checkpoints. */
@NullMarked
package io.keyledger.kernel.audit;

import org.jspecify.annotations.NullMarked;
