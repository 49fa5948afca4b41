/**
 * The form of client secrets and the keys they are hashed under; plaintexts are generated only in {@code
 * command.secret}.
 */
@NullMarked
package io.keyledger.kernel.secret;

import org.jspecify.annotations.NullMarked;
