/** Pages for browsers: the published contract in readable form. */
@NullMarked
package io.keyledger.console;

import org.jspecify.annotations.NullMarked;
