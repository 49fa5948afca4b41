package io.keyledger.kernel.app;

/** What can happen to a client secret of an app. */
public sealed interface ClientSecretEvent extends AppEvent
        permits ClientSecretAdded,
                ClientSecretRotated,
                ClientSecretRemoved,
                ClientSecretLeaked,
                ClientSecretExpired,
                RetiredSecretUsed {
    /** Which one. */
    String secretId();
}
