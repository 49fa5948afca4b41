/** Checks how the contract is read from mappings and tables. */
@NullMarked
package io.keyledger.http.openapi;

import org.jspecify.annotations.NullMarked;
