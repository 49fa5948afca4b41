package io.keyledger.kernel.app;

/** The events of a client secret of an app. */
public sealed interface ClientSecretEvent extends AppEvent
        permits ClientSecretAdded, ClientSecretRotated, ClientSecretRemoved, ClientSecretLeaked, ClientSecretExpired {
    /** Id of the client secret. */
    String secretId();
}
