/** When credentials end, and when their organizations are told beforehand: one calculation for whoever needs it. */
@NullMarked
package io.keyledger.kernel.expiry;

import org.jspecify.annotations.NullMarked;
