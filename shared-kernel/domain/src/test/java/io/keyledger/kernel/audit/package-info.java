@NullMarked
package io.keyledger.kernel.audit;

import org.jspecify.annotations.NullMarked;
