/** Mutual TLS (RFC 8705): a port at which an app shows its certificate in the handshake, and who was seen there. */
@NullMarked
package io.keyledger.authorization.mtls;

import org.jspecify.annotations.NullMarked;
