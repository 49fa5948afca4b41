/** What the operator sees of a node: health, lags and metrics, on a door that callers of the API do not have. */
@NullMarked
package io.keyledger.standalone.operation;

import org.jspecify.annotations.NullMarked;
