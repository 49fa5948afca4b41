/** Words of access: roles, permissions, memberships, users, and what a caller may do. */
@NullMarked
package io.keyledger.kernel.access;

import org.jspecify.annotations.NullMarked;
