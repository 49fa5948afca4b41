/**
 * An organization's credential policy: its attributes, its rules, and how each measures new and existing credentials.
 */
@NullMarked
package io.keyledger.kernel.credentialpolicy;

import org.jspecify.annotations.NullMarked;
