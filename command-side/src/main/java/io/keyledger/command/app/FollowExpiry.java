package io.keyledger.command.app;

import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.expiry.NoticeDays;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Records what time did to a credential: the notices that are due by now, and that it has come to its end. Sent by whoever
 * looks at the clock, late or several times: nothing happens when all of it is recorded already, or when the credential
 * was taken away.
 *
 * @param credentialId a client secret or certificate of the app
 * @param notices      when its organization wants to be told
 */
public record FollowExpiry(@TargetAggregateIdentifier AppId appId, String credentialId, NoticeDays notices) {}
