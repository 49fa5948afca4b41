/** Commands and aggregates of access: roles with their permissions, memberships, users. */
@NullMarked
package io.keyledger.command.access;

import org.jspecify.annotations.NullMarked;
