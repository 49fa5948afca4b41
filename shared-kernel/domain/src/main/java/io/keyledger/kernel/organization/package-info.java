/** Words of an organization: its id and events. */
@NullMarked
package io.keyledger.kernel.organization;

import org.jspecify.annotations.NullMarked;
