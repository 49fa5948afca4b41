/** Tests of what every request passes, over real HTTP. */
@NullMarked
package io.keyledger.kernel.web.mvc;

import org.jspecify.annotations.NullMarked;
