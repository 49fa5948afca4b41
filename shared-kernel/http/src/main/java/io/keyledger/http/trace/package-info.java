/** The id of a request, in answers, logs and events, and the log fields of a request. */
@NullMarked
package io.keyledger.http.trace;

import org.jspecify.annotations.NullMarked;
