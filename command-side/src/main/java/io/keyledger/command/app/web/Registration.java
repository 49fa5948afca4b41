package io.keyledger.command.app.web;

import io.keyledger.command.app.ForkDashboardApp;
import io.keyledger.command.app.InstallDashboardApp;
import io.keyledger.command.app.Mode;
import io.keyledger.command.app.NewApp;
import io.keyledger.command.app.RedirectUri;
import io.keyledger.command.app.RegisterApp;
import io.keyledger.command.app.TokenLifetime;
import io.keyledger.command.resource.Name;
import io.keyledger.command.resource.RoleInOrganization;
import io.keyledger.command.resource.web.Inputs;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.web.request.ResourceInput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request for a new app into the command that its kind calls for. */
@Component
class Registration {
    private static final int CLIENT_ID_LENGTH = 43;

    private final Kinds kinds;
    private final Randomness randomness;

    Registration(Kinds kinds, Randomness randomness) {
        this.kinds = kinds;
        this.randomness = randomness;
    }

    Object command(
            AppId id,
            OrganizationId organization,
            @Nullable RoleInOrganization role,
            ResourceInput input,
            HashedSecret secret) {
        var uri = redirectUri(input);
        var app = new NewApp(
                organization,
                input.required("kind"),
                mode(input),
                randomness.text(CLIENT_ID_LENGTH),
                new Name(input.required("name")),
                lifetime(input),
                secret,
                Inputs.labels(input));
        if (input.isTrue("custom")) {
            return new ForkDashboardApp(id, app, uri, role);
        }
        var kind = kinds.find(app.kind());
        return kind != null && kind.group() == Kind.Group.DASHBOARD
                ? new InstallDashboardApp(id, app, uri, role)
                : new RegisterApp(id, app, uri, role);
    }

    /** Test when none is asked for. Source: CONTRACT part B, section 10, point 1. */
    static Mode mode(ResourceInput input) {
        return Mode.LIVE.word().equals(input.string("mode")) ? Mode.LIVE : Mode.TEST;
    }

    static @Nullable TokenLifetime lifetime(ResourceInput input) {
        var seconds = input.integer("expires_in");
        return seconds == null ? null : new TokenLifetime(seconds);
    }

    static @Nullable RedirectUri redirectUri(ResourceInput input) {
        var address = input.string("redirect_uri");
        return address == null || address.isBlank() ? null : new RedirectUri(address);
    }
}
