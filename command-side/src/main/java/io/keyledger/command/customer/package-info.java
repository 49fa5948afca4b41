/** Commands and aggregates of customers and customer groups: the directory that customer scopes refer to. */
@NullMarked
package io.keyledger.command.customer;

import org.jspecify.annotations.NullMarked;
