/** Checks how the contract is read from mappings and tables. */
@NullMarked
package io.keyledger.kernel.web.contract;

import org.jspecify.annotations.NullMarked;
