/** Tests of the words both sides agree on. */
@NullMarked
package io.keyledger.kernel;

import org.jspecify.annotations.NullMarked;
