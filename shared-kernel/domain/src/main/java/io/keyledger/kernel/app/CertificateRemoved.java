package io.keyledger.kernel.app;

import org.axonframework.serialization.Revision;

/** A certificate was removed: signatures of its key are refused. */
@Revision("1")
public record CertificateRemoved(String appId, String certificateId) implements CertificateEvent {}
