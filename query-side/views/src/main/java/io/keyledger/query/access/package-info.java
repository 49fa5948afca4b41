/** The views of roles, permissions, memberships and users. */
@NullMarked
package io.keyledger.query.access;

import org.jspecify.annotations.NullMarked;
