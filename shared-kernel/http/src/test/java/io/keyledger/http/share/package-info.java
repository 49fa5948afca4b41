@NullMarked
package io.keyledger.http.share;

import org.jspecify.annotations.NullMarked;
