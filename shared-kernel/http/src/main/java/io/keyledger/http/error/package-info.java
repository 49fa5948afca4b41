/** Errors as the API answers them: JSON:API error documents, whatever went wrong and wherever. */
@NullMarked
package io.keyledger.http.error;

import org.jspecify.annotations.NullMarked;
