/** Ids and events of roles, permissions, memberships and users; the caller of a request and what they may do. */
@NullMarked
package io.keyledger.kernel.access;

import org.jspecify.annotations.NullMarked;
