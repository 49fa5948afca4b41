package io.keyledger.kernel.app;

/** The events of a certificate of an app. */
public sealed interface CertificateEvent extends AppEvent
        permits CertificateAdded, CertificateRemoved, CertificateExpired {
    /** Id of the certificate. */
    String certificateId();
}
