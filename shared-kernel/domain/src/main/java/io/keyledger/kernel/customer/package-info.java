/** Ids and events of the directory that customer scopes refer to: customers and groups of them. */
@NullMarked
package io.keyledger.kernel.customer;

import org.jspecify.annotations.NullMarked;
