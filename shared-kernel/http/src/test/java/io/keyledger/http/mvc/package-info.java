/** Tests of what every request passes, over real HTTP. */
@NullMarked
package io.keyledger.http.mvc;

import org.jspecify.annotations.NullMarked;
