/** What every view stands on: MongoDB, event processors, rebuilding, and waiting until a write is visible. */
@NullMarked
package io.keyledger.query.support;

import org.jspecify.annotations.NullMarked;
