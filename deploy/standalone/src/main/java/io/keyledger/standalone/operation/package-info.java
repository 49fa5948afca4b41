/** Operation of a node: health, lags and metrics, on a port of their own. */
@NullMarked
package io.keyledger.standalone.operation;

import org.jspecify.annotations.NullMarked;
