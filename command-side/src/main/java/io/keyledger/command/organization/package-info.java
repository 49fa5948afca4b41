/** Commands and the aggregate of organizations, which own everything else. */
@NullMarked
package io.keyledger.command.organization;

import org.jspecify.annotations.NullMarked;
