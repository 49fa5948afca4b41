package io.keyledger.command.app;

import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a new app of any kind.
 *
 * @param organizationId who owns it
 * @param kind           name of its kind in the kind table
 * @param mode           test or live
 * @param clientId       for the token endpoint: unique, generated before the command is sent
 * @param name           display name
 * @param lifetime       of its tokens; null for the default of the kind
 * @param secret         its first client secret; null for none
 * @param attributes     further attributes, each as a change of the new app
 * @param labels         reference and metadata
 * @param representation that of the request
 */
public record NewApp(
        OrganizationId organizationId,
        String kind,
        Mode mode,
        String clientId,
        Name name,
        @Nullable TokenLifetime lifetime,
        @Nullable FirstSecret secret,
        List<AppChange> attributes,
        LabelChange labels,
        Representation representation) {
    public NewApp {
        attributes = List.copyOf(attributes);
    }

    /** A builder; what is not set has the default of the kind. */
    public static Builder of(OrganizationId organizationId, String kind, Mode mode, String clientId, Name name) {
        return new Builder(organizationId, kind, mode, clientId, name);
    }

    /** Builds a new app. */
    public static final class Builder {
        private final OrganizationId organizationId;
        private final String kind;
        private final Mode mode;
        private final String clientId;
        private final Name name;
        private @Nullable TokenLifetime lifetime;
        private @Nullable FirstSecret secret;
        private List<AppChange> attributes = List.of();
        private LabelChange labels = LabelChange.NONE;
        private Representation representation = Representation.FULL;

        private Builder(OrganizationId organizationId, String kind, Mode mode, String clientId, Name name) {
            this.organizationId = organizationId;
            this.kind = kind;
            this.mode = mode;
            this.clientId = clientId;
            this.name = name;
        }

        public Builder lifetime(@Nullable TokenLifetime given) {
            lifetime = given;
            return this;
        }

        public Builder secret(@Nullable FirstSecret given) {
            secret = given;
            return this;
        }

        public Builder attributes(List<AppChange> given) {
            attributes = given;
            return this;
        }

        public Builder labels(LabelChange given) {
            labels = given;
            return this;
        }

        public Builder askedIn(Representation given) {
            representation = given;
            return this;
        }

        public NewApp build() {
            return new NewApp(
                    organizationId, kind, mode, clientId, name, lifetime, secret, attributes, labels, representation);
        }
    }
}
