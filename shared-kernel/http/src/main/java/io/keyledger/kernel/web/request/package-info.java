/** Requests as values: bodies checked against the resource's description, headers read. */
@NullMarked
package io.keyledger.kernel.web.request;

import org.jspecify.annotations.NullMarked;
