/** Rate limits: token buckets in the memory of this node. */
@NullMarked
package io.keyledger.authorization.limit;

import org.jspecify.annotations.NullMarked;
