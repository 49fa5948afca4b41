/** Ids and events of apps, and the commands that the token side sends to them. */
@NullMarked
package io.keyledger.kernel.app;

import org.jspecify.annotations.NullMarked;
