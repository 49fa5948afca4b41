/** The HTTP face of customers and customer groups, as far as it changes something. */
@NullMarked
package io.keyledger.command.customer.web;

import org.jspecify.annotations.NullMarked;
