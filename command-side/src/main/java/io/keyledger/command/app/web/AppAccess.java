package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.API_CREDENTIALS;
import static io.keyledger.http.resources.Resources.CLIENT_SECRETS;

import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import org.springframework.stereotype.Component;

/** Checks whether a caller may change an app and its credentials. */
@Component
class AppAccess {
    private final AccessCheck access;
    private final ResourceLookup resources;
    private final Kinds kinds;

    AppAccess(AccessCheck access, ResourceLookup resources, Kinds kinds) {
        this.access = access;
        this.resources = resources;
        this.kinds = kinds;
    }

    /**
     * The app, when the caller may do the operation on it and its credentials and holds the rights of its role;
     * SYSTEM_APP for system apps.
     */
    Row toChange(Caller caller, String id, Operation operation) {
        var row = access.open(caller, API_CREDENTIALS, id, CLIENT_SECRETS.subject(), operation);
        if (!kinds.get(Inputs.text(row, "kind")).creatable()) {
            throw new RuleViolation(new Refusal(ErrorCode.SYSTEM_APP, "the service keeps this app itself"));
        }
        return row;
    }

    /**
     * The same before the caller gets a new credential of it. Users may always add credentials to their own personal app:
     * that is how they renew its secret.
     */
    Row toGiveCredential(Caller caller, String id, Operation operation) {
        var row = resources.find(API_CREDENTIALS, id);
        if (row != null && isPersonal(caller, row)) {
            return row;
        }
        return toChange(caller, id, operation);
    }

    /** The app, when the caller may end its tokens: they may change it, or it is their own personal app. */
    Row toEndTokens(Caller caller, String id) {
        var row = resources.find(API_CREDENTIALS, id);
        return row != null && isPersonal(caller, row) ? row : toChange(caller, id, Operation.UPDATE);
    }

    /** A part of that app, such as a secret; RECORD_NOT_FOUND when it is another app's. */
    Row part(ResourceType type, String id, String appId) {
        var row = resources.find(type, id);
        if (row == null || !appId.equals(row.values().get("app_registration_id"))) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such record"));
        }
        return row;
    }

    private static boolean isPersonal(Caller caller, Row app) {
        return caller.isUser() && caller.actorId().equals(app.values().get("user_id"));
    }
}
