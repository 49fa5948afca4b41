/** The GET routes of the API, made from the descriptions of its resources. */
@NullMarked
package io.keyledger.query.reader.web;

import org.jspecify.annotations.NullMarked;
