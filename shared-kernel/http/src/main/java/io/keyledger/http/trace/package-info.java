/** What tells one request from another in answers, logs and events. */
@NullMarked
package io.keyledger.http.trace;

import org.jspecify.annotations.NullMarked;
