/** An organization's rules on credentials: what it allows them, and since when. */
@NullMarked
package io.keyledger.command.credentialpolicy;

import org.jspecify.annotations.NullMarked;
