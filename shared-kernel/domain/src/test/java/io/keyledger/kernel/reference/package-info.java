@NullMarked
package io.keyledger.kernel.reference;

import org.jspecify.annotations.NullMarked;
