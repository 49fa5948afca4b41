/** What every request of the API passes, whichever side answers it. */
@NullMarked
package io.keyledger.kernel.web.mvc;

import org.jspecify.annotations.NullMarked;
