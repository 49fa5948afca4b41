/** Access tokens: their issuer, and whether a presented one is live. */
@NullMarked
package io.keyledger.authorization.jwt;

import org.jspecify.annotations.NullMarked;
