/** When something will have to be recorded of a credential because time has passed: a table beside the events. */
@NullMarked
package io.keyledger.command.schedule;

import org.jspecify.annotations.NullMarked;
