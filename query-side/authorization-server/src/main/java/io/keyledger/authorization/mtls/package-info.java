/**
 * Mutual TLS (RFC 8705): a port where apps present a certificate in the handshake, and the check of that certificate.
 */
@NullMarked
package io.keyledger.authorization.mtls;

import org.jspecify.annotations.NullMarked;
