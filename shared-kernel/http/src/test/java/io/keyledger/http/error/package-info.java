/** Tests of error documents. */
@NullMarked
package io.keyledger.http.error;

import org.jspecify.annotations.NullMarked;
