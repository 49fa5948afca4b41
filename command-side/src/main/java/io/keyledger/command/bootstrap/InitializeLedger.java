package io.keyledger.command.bootstrap;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;

/**
 * Fills an empty ledger: the first user, with an organization and a personal provisioning app.
 *
 * @param clientId of that app
 * @param secret   of that app
 */
public record InitializeLedger(
        UserId ownerId,
        EmailAddress email,
        OrganizationId organizationId,
        Name organizationName,
        String clientId,
        HashedSecret secret) {}
