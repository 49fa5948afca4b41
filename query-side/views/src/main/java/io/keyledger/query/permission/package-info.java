/** The view of the permission catalogue. */
@NullMarked
package io.keyledger.query.permission;

import org.jspecify.annotations.NullMarked;
