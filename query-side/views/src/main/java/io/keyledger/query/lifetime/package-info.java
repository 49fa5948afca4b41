/** How long tokens of every app live: now, before, and those already issued. */
@NullMarked
package io.keyledger.query.lifetime;

import org.jspecify.annotations.NullMarked;
