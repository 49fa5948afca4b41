/** Signing keys: where they are kept, which one signs now, what is published, and the signatures themselves. */
@NullMarked
package io.keyledger.authorization.key;

import org.jspecify.annotations.NullMarked;
