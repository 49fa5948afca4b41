package io.keyledger.command.app;

import io.keyledger.command.resource.LabelChange;
import io.keyledger.command.resource.Name;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.organization.OrganizationId;
import org.jspecify.annotations.Nullable;

/**
 * What every new app has, whatever its kind.
 *
 * @param organizationId who owns it
 * @param kind           name of its kind in the kind table
 * @param mode           test or live
 * @param clientId       what it calls itself at the token endpoint: unique, drawn at the edge
 * @param name           what people call it
 * @param lifetime       of its tokens; null for the default of the kind
 * @param secret         its first client secret
 * @param labels         reference and metadata
 */
public record NewApp(
        OrganizationId organizationId,
        String kind,
        Mode mode,
        String clientId,
        Name name,
        @Nullable TokenLifetime lifetime,
        HashedSecret secret,
        LabelChange labels) {}
