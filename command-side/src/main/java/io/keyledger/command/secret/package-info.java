/** The only room in which the plaintext of a client secret exists. */
@NullMarked
package io.keyledger.command.secret;

import org.jspecify.annotations.NullMarked;
