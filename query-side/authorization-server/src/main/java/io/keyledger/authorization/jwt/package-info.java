/** Access tokens as such: who issues them, and whether a presented one is ours and alive. */
@NullMarked
package io.keyledger.authorization.jwt;

import org.jspecify.annotations.NullMarked;
