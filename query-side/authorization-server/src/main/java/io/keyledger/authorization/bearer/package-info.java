/** The API's door: who calls, by a token of ours, and what he may do. */
@NullMarked
package io.keyledger.authorization.bearer;

import org.jspecify.annotations.NullMarked;
