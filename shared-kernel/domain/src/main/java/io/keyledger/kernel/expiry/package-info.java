/** When credentials end and when notices of it are due: one calculation for all modules. */
@NullMarked
package io.keyledger.kernel.expiry;

import org.jspecify.annotations.NullMarked;
