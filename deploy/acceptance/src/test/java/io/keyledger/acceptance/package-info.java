/** Black-box tests: they use the service through its addresses, its settings and its data directory alone. */
@NullMarked
package io.keyledger.acceptance;

import org.jspecify.annotations.NullMarked;
