/** Values that commands of several features carry: names, addresses of people, labels, roles. */
@NullMarked
package io.keyledger.command.value;

import org.jspecify.annotations.NullMarked;
