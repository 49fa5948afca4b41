package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** The validity of a certificate has ended: after {@code expiresAt} it is refused. */
@Revision("1")
public record CertificateExpired(String appId, String certificateId, Instant expiresAt) implements CertificateEvent {}
