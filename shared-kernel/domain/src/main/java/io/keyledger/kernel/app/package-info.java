/** Words of an app: its ids and events. */
@NullMarked
package io.keyledger.kernel.app;

import org.jspecify.annotations.NullMarked;
