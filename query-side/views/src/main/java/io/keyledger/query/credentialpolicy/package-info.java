/** Credential policies, and what violates them. */
@NullMarked
package io.keyledger.query.credentialpolicy;

import org.jspecify.annotations.NullMarked;
