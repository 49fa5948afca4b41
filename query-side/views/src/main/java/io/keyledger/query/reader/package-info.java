/** Reads resources out of the views: filters, sorting, pages, includes, and what the caller may see of all that. */
@NullMarked
package io.keyledger.query.reader;

import org.jspecify.annotations.NullMarked;
