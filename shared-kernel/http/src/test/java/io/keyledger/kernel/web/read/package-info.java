/** Tests of how query strings are read. */
@NullMarked
package io.keyledger.kernel.web.read;

import org.jspecify.annotations.NullMarked;
