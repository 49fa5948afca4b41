/** When credentials and apps were last used, for which there are no events. */
@NullMarked
package io.keyledger.view.use;

import org.jspecify.annotations.NullMarked;
