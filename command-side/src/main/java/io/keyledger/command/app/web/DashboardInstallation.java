package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.APP_REGISTRATIONS;

import io.keyledger.command.app.FirstSecret;
import io.keyledger.command.app.InstallDashboardApp;
import io.keyledger.command.app.Mode;
import io.keyledger.command.app.NewApp;
import io.keyledger.command.app.RedirectUris;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.reservation.Reservations;
import io.keyledger.command.reservation.Scope;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.value.Name;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Installs the hosted app of a kind and mode, unless the organization has it already. */
@Component
class DashboardInstallation {
    private static final int LOOKS = 50;
    private static final long PAUSE_NANOS = 20_000_000;

    private final Commands commands;
    private final SecretGenerator secrets;
    private final Randomness randomness;
    private final Reservations reservations;

    DashboardInstallation(
            Commands commands, SecretGenerator secrets, Randomness randomness, Reservations reservations) {
        this.commands = commands;
        this.secrets = secrets;
        this.randomness = randomness;
        this.reservations = reservations;
    }

    /** The app of one mode, and its secret when this request has registered it. */
    record Installed(String id, @Nullable String secret) {
        /** The row of the app, with the secret for this one answer. */
        Row in(ResourceLookup resources) {
            var stored = resources.find(APP_REGISTRATIONS, id);
            var row = stored == null ? new Row(id, null, 0, Map.of()) : stored;
            var values = new HashMap<>(row.values());
            values.put("client_secret", secret);
            return new Row(id, row.organizationId(), row.version(), values);
        }
    }

    Installed install(OrganizationId organization, String kind, Mode mode) {
        var value = Scope.hosted(organization.value(), kind, mode.word());
        var present = reservations.owner(Scope.HOSTED_APP, value);
        return present == null ? make(organization, kind, mode, value) : new Installed(present, null);
    }

    /** When another request registers the app first, the result is the app of that one. */
    private Installed make(OrganizationId organization, String kind, Mode mode, String value) {
        var id = new AppId(randomness.id());
        var secret = secrets.create(mode.word());
        var app = NewApp.of(organization, kind, mode, randomness.clientId(), new Name(title(kind)))
                .secret(FirstSecret.longest(secret.hashed()))
                .build();
        try {
            commands.send(
                    new InstallDashboardApp(id, app, RedirectUris.NONE, null),
                    Map.of(MetaKey.ORGANIZATION_ID, organization.value()));
            return new Installed(id.value(), secret.plaintext());
        } catch (RuleViolation refused) {
            var winner = winner(value);
            if (winner == null) {
                throw refused;
            }
            return new Installed(winner, null);
        }
    }

    /** Waits up to a second: the refusal may come before the other transaction's reservation is visible. */
    private @Nullable String winner(String value) {
        for (int look = 0; look < LOOKS; look++) {
            var owner = reservations.owner(Scope.HOSTED_APP, value);
            if (owner != null) {
                return owner;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return null;
    }

    private static String title(String kind) {
        return Character.toUpperCase(kind.charAt(0)) + kind.substring(1).replace('_', ' ');
    }
}
