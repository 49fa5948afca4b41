/** Creates a resource once for one Idempotency-Key, on every node, however often it is sent. */
@NullMarked
package io.keyledger.command.idempotency;

import org.jspecify.annotations.NullMarked;
