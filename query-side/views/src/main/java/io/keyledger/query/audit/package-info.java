/** The history of every resource: what changed, when, and by whom. */
@NullMarked
package io.keyledger.query.audit;

import org.jspecify.annotations.NullMarked;
