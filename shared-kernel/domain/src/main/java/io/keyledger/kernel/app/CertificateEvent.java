package io.keyledger.kernel.app;

/** What can happen to a certificate of an app. */
public sealed interface CertificateEvent extends AppEvent
        permits CertificateAdded, CertificateRemoved, CertificateExpired {
    /** Which one. */
    String certificateId();
}
