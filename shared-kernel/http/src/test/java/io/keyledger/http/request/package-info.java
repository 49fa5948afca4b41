/** Tests of how requests are read. */
@NullMarked
package io.keyledger.http.request;

import org.jspecify.annotations.NullMarked;
