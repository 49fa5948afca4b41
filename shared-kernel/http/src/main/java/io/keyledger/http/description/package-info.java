/** How a resource of the API is described: the one table that requests, answers, filters and the OpenAPI document are made of. */
@NullMarked
package io.keyledger.http.description;

import org.jspecify.annotations.NullMarked;
