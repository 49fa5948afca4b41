/** Values that commands of several features carry: names, e-mail addresses, labels, roles. */
@NullMarked
package io.keyledger.command.value;

import org.jspecify.annotations.NullMarked;
