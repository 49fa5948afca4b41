/** The views of customers and their groups. */
@NullMarked
package io.keyledger.query.customer;

import org.jspecify.annotations.NullMarked;
