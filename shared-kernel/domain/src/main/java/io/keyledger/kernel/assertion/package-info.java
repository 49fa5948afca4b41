/** The record of used client assertions: used by the token side, stored by the command side. */
@NullMarked
package io.keyledger.kernel.assertion;

import org.jspecify.annotations.NullMarked;
