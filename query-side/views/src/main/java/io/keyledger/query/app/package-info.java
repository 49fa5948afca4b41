/** The views of apps. */
@NullMarked
package io.keyledger.query.app;

import org.jspecify.annotations.NullMarked;
