/** What events are called outside this service. Source: CONTRACT A3 and A7. */
@NullMarked
package io.keyledger.kernel.published;

import org.jspecify.annotations.NullMarked;
