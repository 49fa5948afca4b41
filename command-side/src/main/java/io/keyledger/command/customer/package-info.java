/** Decides what happens to customers and to groups of them: the directory that customer scopes point to. */
@NullMarked
package io.keyledger.command.customer;

import org.jspecify.annotations.NullMarked;
