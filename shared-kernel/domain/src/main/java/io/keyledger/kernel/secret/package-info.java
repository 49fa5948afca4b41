/** What a client secret looks like and how it is recognised; plaintext is made in command.secret alone. */
@NullMarked
package io.keyledger.kernel.secret;

import org.jspecify.annotations.NullMarked;
