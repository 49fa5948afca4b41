/** Exports audit logs, and says whether they are whole. */
@NullMarked
package io.keyledger.query.audit.web;

import org.jspecify.annotations.NullMarked;
