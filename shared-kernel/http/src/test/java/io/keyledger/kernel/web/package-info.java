/** Tests of the HTTP language. */
@NullMarked
package io.keyledger.kernel.web;

import org.jspecify.annotations.NullMarked;
