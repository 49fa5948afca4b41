/** What may exist once only, in a table of the command side: the rules that no single aggregate can see. */
@NullMarked
package io.keyledger.command.reservation;

import org.jspecify.annotations.NullMarked;
