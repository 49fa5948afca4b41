/** The uses of credentials: when each was last used, and reports of refusals and of retired secrets still in use. */
@NullMarked
package io.keyledger.authorization.use;

import org.jspecify.annotations.NullMarked;
