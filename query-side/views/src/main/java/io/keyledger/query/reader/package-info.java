/** Reads resources from the views: filters, sorting, pages, includes, and what the caller may see. */
@NullMarked
package io.keyledger.query.reader;

import org.jspecify.annotations.NullMarked;
