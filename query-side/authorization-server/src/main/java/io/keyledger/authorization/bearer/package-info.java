/** Checks the bearer tokens of requests to the API: who calls, and what they may do. */
@NullMarked
package io.keyledger.authorization.bearer;

import org.jspecify.annotations.NullMarked;
