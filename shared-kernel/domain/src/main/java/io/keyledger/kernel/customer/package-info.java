/** Words of the directory that customer scopes point to: customers, and groups of them. */
@NullMarked
package io.keyledger.kernel.customer;

import org.jspecify.annotations.NullMarked;
