/** The views of organizations. */
@NullMarked
package io.keyledger.query.organization;

import org.jspecify.annotations.NullMarked;
