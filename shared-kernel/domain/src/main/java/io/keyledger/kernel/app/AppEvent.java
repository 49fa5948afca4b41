package io.keyledger.kernel.app;

import io.keyledger.kernel.DomainEvent;

/** The events of an app. */
public sealed interface AppEvent extends DomainEvent
        permits AppRegistered,
                DashboardAppInstalled,
                DashboardAppForked,
                AppAttributeEvent,
                ClientSecretEvent,
                CertificateEvent,
                ExpiryNoticeGiven,
                TokensRevoked,
                AppDeleted {
    /** Id of the aggregate whose history this is part of. */
    String appId();
}
