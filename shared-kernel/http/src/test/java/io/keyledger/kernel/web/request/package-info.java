/** Tests of how requests are read. */
@NullMarked
package io.keyledger.kernel.web.request;

import org.jspecify.annotations.NullMarked;
