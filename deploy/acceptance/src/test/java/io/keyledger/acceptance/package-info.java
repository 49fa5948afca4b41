/** Black-box tests: they know the service by its addresses, its settings and its data directory alone. */
@NullMarked
package io.keyledger.acceptance;

import org.jspecify.annotations.NullMarked;
