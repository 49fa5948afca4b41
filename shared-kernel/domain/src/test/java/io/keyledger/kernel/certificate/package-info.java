@NullMarked
package io.keyledger.kernel.certificate;

import org.jspecify.annotations.NullMarked;
