/** Refusals: the stable codes, and the two exceptions that carry them. */
@NullMarked
package io.keyledger.kernel.problem;

import org.jspecify.annotations.NullMarked;
