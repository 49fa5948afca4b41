/**
 * Reactions to events and to time, and composite commands: the parts of a new organization, the transfer of ownership,
 * the end of credentials and the notices before it.
 */
@NullMarked
package io.keyledger.command.reaction;

import org.jspecify.annotations.NullMarked;
