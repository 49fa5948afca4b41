/** Tests of documents. */
@NullMarked
package io.keyledger.kernel.web.document;

import org.jspecify.annotations.NullMarked;
