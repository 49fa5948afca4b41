/** What the use of credentials leaves behind: when each was last used, and that a retired one still is. */
@NullMarked
package io.keyledger.authorization.use;

import org.jspecify.annotations.NullMarked;
