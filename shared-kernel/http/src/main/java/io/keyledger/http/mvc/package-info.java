/** What every request of the API passes, whichever side answers it. */
@NullMarked
package io.keyledger.http.mvc;

import org.jspecify.annotations.NullMarked;
