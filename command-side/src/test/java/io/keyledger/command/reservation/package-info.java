@NullMarked
package io.keyledger.command.reservation;

import org.jspecify.annotations.NullMarked;
