/** Tests of what secrets look like. */
@NullMarked
package io.keyledger.kernel.secret;

import org.jspecify.annotations.NullMarked;
