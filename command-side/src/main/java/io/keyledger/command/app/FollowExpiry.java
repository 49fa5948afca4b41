package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.expiry.NoticeDays;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records the notices that are due by now for a credential, and its end when it has come. A timer sends it, possibly
 * late or several times: nothing happens when all is recorded already, or when the credential was removed.
 *
 * @param credentialId a client secret or certificate of the app
 * @param notices      the notice days of the organization
 */
public record FollowExpiry(@TargetAggregateIdentifier AppId appId, String credentialId, NoticeDays notices) {}
