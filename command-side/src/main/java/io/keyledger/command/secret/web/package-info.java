/** The address at which whoever finds a client secret ends it. */
@NullMarked
package io.keyledger.command.secret.web;

import org.jspecify.annotations.NullMarked;
