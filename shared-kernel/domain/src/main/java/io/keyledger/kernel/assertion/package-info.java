/** Signed statements by which apps prove who they are, as far as both sides have to agree on them. */
@NullMarked
package io.keyledger.kernel.assertion;

import org.jspecify.annotations.NullMarked;
