package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** A certificate was taken away: signatures of its key prove nothing any more. */
@Revision("1")
public record CertificateRemoved(String appId, String certificateId) implements CertificateEvent {}
