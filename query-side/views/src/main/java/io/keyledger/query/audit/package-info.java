/** The history of every resource: what changed, when, and who did it. */
@NullMarked
package io.keyledger.query.audit;

import org.jspecify.annotations.NullMarked;
