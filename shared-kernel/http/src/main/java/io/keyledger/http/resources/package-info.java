/** The resources of the API, one table each. Source: CONTRACT. */
@NullMarked
package io.keyledger.http.resources;

import org.jspecify.annotations.NullMarked;
