/** The writing half of roles, permissions, memberships and the user; the page that admits an invited person. */
@NullMarked
package io.keyledger.command.access.web;

import org.jspecify.annotations.NullMarked;
