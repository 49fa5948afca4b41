/** Signing keys: their storage, rotation and publication, and the signatures themselves. */
@NullMarked
package io.keyledger.authorization.key;

import org.jspecify.annotations.NullMarked;
