/** Decides about organizations: the tenants that own everything else. */
@NullMarked
package io.keyledger.command.organization;

import org.jspecify.annotations.NullMarked;
