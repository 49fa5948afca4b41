/** When credentials and apps were last used, which no event tells. */
@NullMarked
package io.keyledger.view.use;

import org.jspecify.annotations.NullMarked;
