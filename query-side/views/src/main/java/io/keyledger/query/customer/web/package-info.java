/** Answers whether an app may work with a customer. */
@NullMarked
package io.keyledger.query.customer.web;

import org.jspecify.annotations.NullMarked;
