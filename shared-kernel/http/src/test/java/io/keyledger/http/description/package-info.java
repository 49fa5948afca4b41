/** Tests of the HTTP language. */
@NullMarked
package io.keyledger.http.description;

import org.jspecify.annotations.NullMarked;
