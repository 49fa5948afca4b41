/** Controllers that write customers and customer groups. */
@NullMarked
package io.keyledger.command.customer.web;

import org.jspecify.annotations.NullMarked;
