/** Generates client secrets and one-time codes, and hashes them before any command carries them. */
@NullMarked
package io.keyledger.command.secret;

import org.jspecify.annotations.NullMarked;
