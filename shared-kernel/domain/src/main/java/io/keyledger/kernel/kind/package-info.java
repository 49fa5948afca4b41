/** The table of app kinds (data) and its reader. */
@NullMarked
package io.keyledger.kernel.kind;

import org.jspecify.annotations.NullMarked;
