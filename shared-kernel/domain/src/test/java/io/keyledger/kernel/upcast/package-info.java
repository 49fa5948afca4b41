@NullMarked
package io.keyledger.kernel.upcast;

import org.jspecify.annotations.NullMarked;
