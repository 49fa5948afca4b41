/** Tests of the kind table. */
@NullMarked
package io.keyledger.kernel.kind;

import org.jspecify.annotations.NullMarked;
