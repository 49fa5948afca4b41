/** Exports and verifies audit logs. */
@NullMarked
package io.keyledger.query.audit.web;

import org.jspecify.annotations.NullMarked;
