package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A certificate has come to the end of its validity. It proved nothing from that very second on. */
@Revision("1")
public record CertificateExpired(String appId, String certificateId, Instant expiresAt) implements CertificateEvent {}
