/** Puts the actor into the metadata of every command and event. */
@NullMarked
package io.keyledger.command.actor;

import org.jspecify.annotations.NullMarked;
