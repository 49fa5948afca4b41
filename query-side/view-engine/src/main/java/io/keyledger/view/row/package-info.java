/** The rows of views, and what an event changes of them: one pure switch per feature. */
@NullMarked
package io.keyledger.view.row;

import org.jspecify.annotations.NullMarked;
