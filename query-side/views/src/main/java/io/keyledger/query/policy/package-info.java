/** What organizations allow their credentials, and what violates it. */
@NullMarked
package io.keyledger.query.policy;

import org.jspecify.annotations.NullMarked;
