/** Rate limits: token buckets in the memory of this node. */
@NullMarked
package io.keyledger.query.token.limit;

import org.jspecify.annotations.NullMarked;
