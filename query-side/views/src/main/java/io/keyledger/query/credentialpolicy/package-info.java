/** What organizations allow their credentials, and what violates it. */
@NullMarked
package io.keyledger.query.credentialpolicy;

import org.jspecify.annotations.NullMarked;
