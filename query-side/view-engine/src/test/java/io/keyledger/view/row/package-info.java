@NullMarked
package io.keyledger.view.row;

import org.jspecify.annotations.NullMarked;
