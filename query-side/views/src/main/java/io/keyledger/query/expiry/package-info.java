/** When client secrets and certificates end, when they were last used, and what notices were given. */
@NullMarked
package io.keyledger.query.expiry;

import org.jspecify.annotations.NullMarked;
