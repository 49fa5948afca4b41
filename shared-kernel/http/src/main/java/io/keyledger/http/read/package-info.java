/** Query strings as values: pages, sort keys, filters, includes and fields, checked against the resource's description. */
@NullMarked
package io.keyledger.http.read;

import org.jspecify.annotations.NullMarked;
