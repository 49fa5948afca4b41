/** Access tokens as such: who issues them, and whether a presented one is ours and alive. */
@NullMarked
package io.keyledger.query.token.jwt;

import org.jspecify.annotations.NullMarked;
