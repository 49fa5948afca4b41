/** Tests of the calculation of notices. */
@NullMarked
package io.keyledger.kernel.expiry;

import org.jspecify.annotations.NullMarked;
