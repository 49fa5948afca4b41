/** What every resource carries besides its own attributes: an outside reference and metadata. */
@NullMarked
package io.keyledger.kernel.reference;

import org.jspecify.annotations.NullMarked;
