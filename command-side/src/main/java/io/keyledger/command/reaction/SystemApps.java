package io.keyledger.command.reaction;

import io.keyledger.command.app.FirstSecret;
import io.keyledger.command.app.Mode;
import io.keyledger.command.app.NewApp;
import io.keyledger.command.app.RegisterSystemApp;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.command.value.Name;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.organization.OrganizationId;
import org.springframework.stereotype.Component;

/** Builds the commands that register system apps. */
@Component
class SystemApps {
    private final Randomness randomness;

    SystemApps(Randomness randomness) {
        this.randomness = randomness;
    }

    /** An app with which the service itself acts in an organization. */
    RegisterSystemApp resources(RoleInOrganization admin, Mode mode, HashedSecret secret) {
        var name = new Name("Resources (" + mode.word() + ")");
        var app = NewApp.of(admin.organizationId(), "resources", mode, randomness.clientId(), name)
                .secret(FirstSecret.longest(secret))
                .build();
        return new RegisterSystemApp(new AppId(randomness.id()), app, admin, null);
    }

    /** The app with which a user calls the API in their own name; live, because it works in both modes. */
    RegisterSystemApp personal(UserId user, OrganizationId organization, String clientId, HashedSecret secret) {
        var name = new Name("Personal provisioning app");
        var app = NewApp.of(organization, "user", Mode.LIVE, clientId, name)
                .secret(FirstSecret.longest(secret))
                .build();
        return new RegisterSystemApp(new AppId(randomness.id()), app, null, user);
    }
}
