package io.keyledger.command.app.web;

import io.keyledger.command.app.AppChange;
import io.keyledger.command.app.AssignRole;
import io.keyledger.command.app.ChangeAppLabels;
import io.keyledger.command.app.ChangeRedirectUris;
import io.keyledger.command.app.ChangeTokenLifetime;
import io.keyledger.command.app.ChangeTokenScope;
import io.keyledger.command.app.RenameApp;
import io.keyledger.command.app.Representation;
import io.keyledger.command.app.SetAppEnabled;
import io.keyledger.command.value.Name;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns a PATCH of the full face into the changes it asks for. */
@Component
class Changes {
    private static final String DISABLE = "_disable";
    private static final String ENABLE = "_enable";

    private final AccessCheck gate;
    private final TokenScopes tokenScopes;

    Changes(AccessCheck gate, TokenScopes tokenScopes) {
        this.gate = gate;
        this.tokenScopes = tokenScopes;
    }

    List<AppChange> of(Caller caller, AppId id, OrganizationId organization, ResourceInput input) {
        var changes = new ArrayList<AppChange>();
        if (input.has("name")) {
            changes.add(new RenameApp(id, new Name(input.required("name"))));
        }
        if (input.has("expires_in")) {
            changes.add(new ChangeTokenLifetime(id, Registration.lifetime(input)));
        }
        if (input.has(RedirectAddresses.ATTRIBUTE)) {
            changes.add(new ChangeRedirectUris(id, RedirectAddresses.of(input)));
        }
        if (input.hasRelated("role")) {
            AccessCheck.require(caller.isUser() || !caller.actorId().equals(id.value()));
            changes.add(new AssignRole(
                    id, gate.grantable(caller, input.related("role"), organization), Representation.FULL));
        }
        if (tokenScopes.areIn(input)) {
            changes.add(new ChangeTokenScope(id, tokenScopes.of(input, organization)));
        }
        if (input.isTrue(DISABLE) || input.isTrue(ENABLE)) {
            changes.add(setEnabled(id, input));
        }
        if (Inputs.hasLabels(input)) {
            changes.add(new ChangeAppLabels(id, Inputs.labels(input)));
        }
        return changes;
    }

    private static AppChange setEnabled(AppId id, ResourceInput input) {
        if (input.isTrue(DISABLE) && input.isTrue(ENABLE)) {
            throw new InvalidValue(
                    Refusal.ofField(ENABLE, "present", "must be blank when the app is disabled at once"));
        }
        return new SetAppEnabled(id, input.isTrue(ENABLE));
    }
}
