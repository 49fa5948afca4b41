/** Creates a resource once for one Idempotency-Key, whatever node is asked how often. */
@NullMarked
package io.keyledger.command.idempotency;

import org.jspecify.annotations.NullMarked;
