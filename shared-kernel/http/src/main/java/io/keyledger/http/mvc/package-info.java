/** The filters, interceptors and converters that every request of the API passes. */
@NullMarked
package io.keyledger.http.mvc;

import org.jspecify.annotations.NullMarked;
