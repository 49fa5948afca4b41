/** Decides who may do what: roles with their permissions, memberships, users. */
@NullMarked
package io.keyledger.command.access;

import org.jspecify.annotations.NullMarked;
