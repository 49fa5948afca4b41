package io.keyledger.kernel.app;

import io.keyledger.kernel.DomainEvent;

/**
 * What the use of an app records, as often as it is used. Not part of the app's history, which people's changes alone
 * lengthen: each is recorded in a stream of its own. Histories of apps from earlier builds have some, too.
 */
public sealed interface AppUseEvent extends DomainEvent permits TokenRevoked, RetiredSecretUsed {
    /** Id of the app that was used. */
    String appId();
}
