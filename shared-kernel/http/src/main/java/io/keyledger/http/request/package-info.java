/** Requests as values: bodies checked against the resource's description, headers read. */
@NullMarked
package io.keyledger.http.request;

import org.jspecify.annotations.NullMarked;
