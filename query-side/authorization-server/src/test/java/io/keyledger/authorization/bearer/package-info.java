/** The token side as a running node: real endpoints, a real view, an event store in memory. */
@NullMarked
package io.keyledger.authorization.bearer;

import org.jspecify.annotations.NullMarked;
