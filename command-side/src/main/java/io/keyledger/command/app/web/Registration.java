package io.keyledger.command.app.web;

import io.keyledger.command.app.AppChange;
import io.keyledger.command.app.ChangeTokenScope;
import io.keyledger.command.app.FirstSecret;
import io.keyledger.command.app.ForkDashboardApp;
import io.keyledger.command.app.InstallDashboardApp;
import io.keyledger.command.app.Mode;
import io.keyledger.command.app.NewApp;
import io.keyledger.command.app.RedirectUri;
import io.keyledger.command.app.RedirectUris;
import io.keyledger.command.app.RegisterApp;
import io.keyledger.command.app.Representation;
import io.keyledger.command.app.TokenLifetime;
import io.keyledger.command.app.TokenScopeChange;
import io.keyledger.command.value.Name;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.organization.OrganizationId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request for a new app into the command that its kind calls for. */
@Component
class Registration {
    private static final String FULL_FACE_KIND = "integration";

    private final Kinds kinds;
    private final Randomness randomness;

    Registration(Kinds kinds, Randomness randomness) {
        this.kinds = kinds;
        this.randomness = randomness;
    }

    /** The compact face: forks a dashboard app, too. */
    Object command(
            AppId id,
            OrganizationId organization,
            @Nullable RoleInOrganization role,
            ResourceInput input,
            FirstSecret secret) {
        var uri = redirectUri(input);
        var kind = input.required("kind");
        var app =
                app(id, organization, kind, mode(input), input, secret, TokenScopeChange.NONE, Representation.COMPACT);
        return input.isTrue("custom")
                ? new ForkDashboardApp(id, app, uri, role)
                : command(id, app, RedirectUris.of(uri), role);
    }

    /** The full face. */
    Object command(
            AppId id,
            OrganizationId organization,
            @Nullable RoleInOrganization role,
            ResourceInput input,
            @Nullable FirstSecret secret,
            TokenScopeChange tokenScope) {
        var kind = Objects.requireNonNullElse(input.string("kind"), FULL_FACE_KIND);
        var app = app(id, organization, kind, liveUnlessAsked(input), input, secret, tokenScope, Representation.FULL);
        return command(id, app, RedirectAddresses.of(input), role);
    }

    private Object command(AppId id, NewApp app, RedirectUris addresses, @Nullable RoleInOrganization role) {
        var kind = kinds.find(app.kind());
        return kind != null && kind.group() == Kind.Group.DASHBOARD
                ? new InstallDashboardApp(id, app, addresses, role)
                : new RegisterApp(id, app, addresses, role);
    }

    private NewApp app(
            AppId id,
            OrganizationId organization,
            String kind,
            Mode mode,
            ResourceInput input,
            @Nullable FirstSecret secret,
            TokenScopeChange tokenScope,
            Representation representation) {
        var attributes = tokenScope.equals(TokenScopeChange.NONE)
                ? List.<AppChange>of()
                : List.<AppChange>of(new ChangeTokenScope(id, tokenScope));
        return NewApp.of(organization, kind, mode, randomness.clientId(), new Name(input.required("name")))
                .lifetime(lifetime(input))
                .secret(secret)
                .attributes(attributes)
                .labels(Inputs.labels(input))
                .askedIn(representation)
                .build();
    }

    /** Test when none is asked for. Source: CONTRACT part B, section 10, point 1. */
    static Mode mode(ResourceInput input) {
        return Mode.LIVE.word().equals(input.string("mode")) ? Mode.LIVE : Mode.TEST;
    }

    /** The full face's default. Source: CONTRACT A2. */
    static Mode liveUnlessAsked(ResourceInput input) {
        return Mode.TEST.word().equals(input.string("mode")) ? Mode.TEST : Mode.LIVE;
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
