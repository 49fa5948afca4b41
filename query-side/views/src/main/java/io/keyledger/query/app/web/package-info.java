/** Endpoints about apps that no resource table describes. */
@NullMarked
package io.keyledger.query.app.web;

import org.jspecify.annotations.NullMarked;
