/** Id and events of organizations. */
@NullMarked
package io.keyledger.kernel.organization;

import org.jspecify.annotations.NullMarked;
