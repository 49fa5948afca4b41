/** What the audit log is made of: the published word of every event, and events that only it tells. */
@NullMarked
package io.keyledger.kernel.audit;

import org.jspecify.annotations.NullMarked;
