/** Tests of how query strings are read. */
@NullMarked
package io.keyledger.http.read;

import org.jspecify.annotations.NullMarked;
