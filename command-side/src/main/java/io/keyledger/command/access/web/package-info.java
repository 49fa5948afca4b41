/** Controllers that write roles, permissions, memberships and the user; the activation page of invitations. */
@NullMarked
package io.keyledger.command.access.web;

import org.jspecify.annotations.NullMarked;
