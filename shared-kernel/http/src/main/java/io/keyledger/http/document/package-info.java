/** Answers as JSON:API documents, made of rows and the resource's description. */
@NullMarked
package io.keyledger.http.document;

import org.jspecify.annotations.NullMarked;
