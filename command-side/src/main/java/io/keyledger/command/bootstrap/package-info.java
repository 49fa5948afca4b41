/**
 * Fills an empty ledger at the first start: the first organization, its owner, and the file with the owner's
 * credentials.
 */
@NullMarked
package io.keyledger.command.bootstrap;

import org.jspecify.annotations.NullMarked;
