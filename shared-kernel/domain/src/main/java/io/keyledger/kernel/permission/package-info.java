/** The catalogue of permissions (data) that apps may ask for as scopes, and its reader. */
@NullMarked
package io.keyledger.kernel.permission;

import org.jspecify.annotations.NullMarked;
