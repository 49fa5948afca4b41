/** The command and the aggregate of an organization's credential policy. */
@NullMarked
package io.keyledger.command.credentialpolicy;

import org.jspecify.annotations.NullMarked;
