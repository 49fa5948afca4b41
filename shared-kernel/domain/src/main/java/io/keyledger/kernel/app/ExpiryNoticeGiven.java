package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A notice to the organization that a credential is about to end; once for each number of days.
 *
 * @param credentialId   the client secret or certificate
 * @param credentialKind {@code client_secret} or {@code certificate}
 * @param days           how many before the end the notice was due; fewer are left when the service was down then
 * @param expiresAt      the end
 */
@Revision("1")
public record ExpiryNoticeGiven(String appId, String credentialId, String credentialKind, int days, Instant expiresAt)
        implements AppEvent {}
