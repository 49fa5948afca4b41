/** Refusals: the stable codes, and the two ways a rule says no. */
@NullMarked
package io.keyledger.kernel.problem;

import org.jspecify.annotations.NullMarked;
