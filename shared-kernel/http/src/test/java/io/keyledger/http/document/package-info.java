/** Tests of documents. */
@NullMarked
package io.keyledger.http.document;

import org.jspecify.annotations.NullMarked;
