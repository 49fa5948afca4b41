/** Tests of error documents. */
@NullMarked
package io.keyledger.kernel.web.error;

import org.jspecify.annotations.NullMarked;
