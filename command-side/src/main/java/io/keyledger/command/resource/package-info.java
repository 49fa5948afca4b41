/** What every resource of the writing side has in common: a name, labels, a version. */
@NullMarked
package io.keyledger.command.resource;

import org.jspecify.annotations.NullMarked;
