@NullMarked
package io.keyledger.command.schedule;

import org.jspecify.annotations.NullMarked;
