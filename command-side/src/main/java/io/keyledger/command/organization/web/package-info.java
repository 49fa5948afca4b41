/** The controller that writes organizations. */
@NullMarked
package io.keyledger.command.organization.web;

import org.jspecify.annotations.NullMarked;
