package io.keyledger.command.app.web;

import io.keyledger.command.app.FirstSecret;
import io.keyledger.command.app.ForkDashboardApp;
import io.keyledger.command.app.InstallDashboardApp;
import io.keyledger.command.app.Mode;
import io.keyledger.command.app.NewApp;
import io.keyledger.command.app.NewRegistration;
import io.keyledger.command.app.RedirectUris;
import io.keyledger.command.app.RegisterApp;
import io.keyledger.command.app.web.AttributeTable.Asked;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request for a new app into the command for its kind. */
@Component
class Registration {
    private static final String FULL_FACE_KIND = "integration";

    private final Kinds kinds;
    private final Randomness randomness;
    private final AttributeTable attributes;

    Registration(Kinds kinds, Randomness randomness, AttributeTable attributes) {
        this.kinds = kinds;
        this.attributes = attributes;
        this.randomness = randomness;
    }

    /** In the compact representation, {@code custom} forks a dashboard app. */
    NewRegistration command(Asked asked, @Nullable RoleInOrganization role, @Nullable FirstSecret secret) {
        return switch (asked.representation()) {
            case COMPACT -> compact(asked, role, secret);
            case FULL -> full(asked, role, secret);
        };
    }

    private NewRegistration compact(Asked asked, @Nullable RoleInOrganization role, @Nullable FirstSecret secret) {
        var input = asked.input();
        var uri = AttributeTable.redirectUri(input);
        var app = app(asked, input.required("kind"), mode(input), secret);
        return input.isTrue("custom")
                ? new ForkDashboardApp(asked.app(), app, uri, role)
                : command(asked.app(), app, RedirectUris.of(uri), role);
    }

    private NewRegistration full(Asked asked, @Nullable RoleInOrganization role, @Nullable FirstSecret secret) {
        var input = asked.input();
        var kind = Objects.requireNonNullElse(input.string("kind"), FULL_FACE_KIND);
        var app = app(asked, kind, liveUnlessAsked(input), secret);
        return command(asked.app(), app, RedirectAddresses.of(input), role);
    }

    private NewRegistration command(AppId id, NewApp app, RedirectUris addresses, @Nullable RoleInOrganization role) {
        var kind = kinds.find(app.kind());
        return kind != null && kind.group() == Kind.Group.DASHBOARD
                ? new InstallDashboardApp(id, app, addresses, role)
                : new RegisterApp(id, app, addresses, role);
    }

    private NewApp app(Asked asked, String kind, Mode mode, @Nullable FirstSecret secret) {
        var input = asked.input();
        return NewApp.of(asked.organization(), kind, mode, randomness.clientId(), AttributeTable.name(input))
                .lifetime(AttributeTable.lifetime(input))
                .secret(secret)
                .attributes(attributes.ofNew(asked))
                .labels(Inputs.labels(input))
                .askedIn(asked.representation())
                .build();
    }

    /** Test when none is asked for. Source: CONTRACT part B, section 10, point 1. */
    static Mode mode(ResourceInput input) {
        return Mode.LIVE.word().equals(input.string("mode")) ? Mode.LIVE : Mode.TEST;
    }

    /** Live when none is asked for: the default of the full representation. Source: CONTRACT A2. */
    static Mode liveUnlessAsked(ResourceInput input) {
        return Mode.TEST.word().equals(input.string("mode")) ? Mode.TEST : Mode.LIVE;
    }
}
