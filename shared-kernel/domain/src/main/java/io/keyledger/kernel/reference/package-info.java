/** What every resource carries besides its own attributes: a reference in another system, and metadata. */
@NullMarked
package io.keyledger.kernel.reference;

import org.jspecify.annotations.NullMarked;
