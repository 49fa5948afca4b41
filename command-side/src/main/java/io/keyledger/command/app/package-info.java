/** Decides about apps: what may be registered, what may change, and when it ends. */
@NullMarked
package io.keyledger.command.app;

import org.jspecify.annotations.NullMarked;
