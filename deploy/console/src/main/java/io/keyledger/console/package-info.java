/** What people open in a browser: the published contract, readable. */
@NullMarked
package io.keyledger.console;

import org.jspecify.annotations.NullMarked;
