/** The HTTP language both sides speak: JSON:API resources, requests, documents, errors, paging, filters. */
@NullMarked
package io.keyledger.kernel.web;

import org.jspecify.annotations.NullMarked;
