/** How commands travel: one at a time per aggregate, in short transactions, every refusal in the service's own words. */
@NullMarked
package io.keyledger.command.bus;

import org.jspecify.annotations.NullMarked;
