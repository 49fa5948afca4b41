@NullMarked
package io.keyledger.command.eventstore;

import org.jspecify.annotations.NullMarked;
