/** Commands and the aggregate of apps: registering, changing and deleting them, and their credentials. */
@NullMarked
package io.keyledger.command.app;

import org.jspecify.annotations.NullMarked;
