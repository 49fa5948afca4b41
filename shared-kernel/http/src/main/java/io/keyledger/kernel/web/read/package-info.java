/** Query strings as values: pages, sort keys, filters, includes and fields, checked against the resource's description. */
@NullMarked
package io.keyledger.kernel.web.read;

import org.jspecify.annotations.NullMarked;
