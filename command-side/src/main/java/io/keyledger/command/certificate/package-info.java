/** Reads uploads of certificates: one readable X.509 certificate with a strong key, or a refusal. */
@NullMarked
package io.keyledger.command.certificate;

import org.jspecify.annotations.NullMarked;
