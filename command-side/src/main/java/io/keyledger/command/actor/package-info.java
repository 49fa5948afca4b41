/** Who acts, on every command and event. */
@NullMarked
package io.keyledger.command.actor;

import org.jspecify.annotations.NullMarked;
