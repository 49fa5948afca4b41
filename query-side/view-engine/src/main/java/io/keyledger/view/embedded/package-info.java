/** The database of the views inside this process. */
@NullMarked
package io.keyledger.view.embedded;

import org.jspecify.annotations.NullMarked;
