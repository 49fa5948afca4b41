package io.keyledger.command.app;

import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
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
 * @param secret         its first client secret; null when it begins without one
 * @param tokenScope     what its tokens may be used for
 * @param labels         reference and metadata
 * @param representation the face it was asked for in
 */
public record NewApp(
        OrganizationId organizationId,
        String kind,
        Mode mode,
        String clientId,
        Name name,
        @Nullable TokenLifetime lifetime,
        @Nullable FirstSecret secret,
        TokenScopeChange tokenScope,
        LabelChange labels,
        Representation representation) {}
