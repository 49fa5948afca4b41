/** Which public keys a certificate may have: decided once for uploads, assertions and TLS. */
@NullMarked
package io.keyledger.kernel.certificate;

import org.jspecify.annotations.NullMarked;
