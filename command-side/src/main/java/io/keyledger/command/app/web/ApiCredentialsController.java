package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.API_CREDENTIALS;

import io.keyledger.command.app.ChangeApp;
import io.keyledger.command.app.DeleteApp;
import io.keyledger.command.app.FirstSecret;
import io.keyledger.command.app.Representation;
import io.keyledger.command.app.web.AttributeTable.Asked;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.Row;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Registers, changes and deletes apps in their compact representation. Source: CONTRACT part B, section 4, and A1. */
@RestController
class ApiCredentialsController {
    private final AccessCheck access;
    private final Creations creations;
    private final Commands commands;
    private final SecretGenerator secrets;
    private final Registration registration;
    private final AttributeTable attributes;
    private final Kinds kinds;
    private final ResourceAnswers answers;

    ApiCredentialsController(
            AccessCheck access,
            Creations creations,
            Commands commands,
            SecretGenerator secrets,
            Registration registration,
            AttributeTable attributes,
            Kinds kinds,
            ResourceAnswers answers) {
        this.access = access;
        this.creations = creations;
        this.commands = commands;
        this.secrets = secrets;
        this.registration = registration;
        this.attributes = attributes;
        this.kinds = kinds;
        this.answers = answers;
    }

    /** 201 with the first client secret, which no later answer shows. */
    @Described(
            detail =
                    "Shows the first client secret, in no later answer; it lives as long as the organization's policy allows,"
                            + " three years at most.",
            refuses = {
                ErrorCode.SYSTEM_APP,
                ErrorCode.QUOTA_EXCEEDED,
                ErrorCode.POLICY_CLIENT_SECRETS_NOT_ALLOWED,
                ErrorCode.POLICY_TOKEN_LIFETIME
            })
    @PostMapping("/api/api_credentials")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        var input = ResourceInput.forCreate(API_CREDENTIALS, body);
        var organization = access.organizationOf(caller, API_CREDENTIALS, input);
        var role = access.grantable(caller, input.related("role"), organization);
        return creations.answer(caller, API_CREDENTIALS, organization.value(), fresh -> {
            var secret = secrets.create(Registration.mode(input).word());
            var asked = new Asked(caller, new AppId(fresh.id()), organization, Representation.COMPACT, input);
            fresh.send(registration.command(asked, role, FirstSecret.longest(secret.hashed())));
            return Map.of("client_secret", secret.plaintext());
        });
    }

    @Described(refuses = {ErrorCode.SYSTEM_APP, ErrorCode.POLICY_TOKEN_LIFETIME})
    @PatchMapping("/api/api_credentials/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var row = changeable(caller, id, Operation.UPDATE);
        var input = ResourceInput.forUpdate(API_CREDENTIALS, id, body);
        var appId = new AppId(id);
        var organization = new OrganizationId(Objects.requireNonNull(row.organizationId()));
        var changes = attributes.changed(new Asked(caller, appId, organization, Representation.COMPACT, input));
        var command = new ChangeApp(appId, changes, Preconditions.expected(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, organization.value()));
        return answers.updated(caller, API_CREDENTIALS, id);
    }

    @Described(detail = "Its tokens end before the answer is sent.", refuses = ErrorCode.SYSTEM_APP)
    @DeleteMapping("/api/api_credentials/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var row = changeable(caller, id, Operation.DESTROY);
        var command = new DeleteApp(new AppId(id), Preconditions.expected(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
        return answers.done(204);
    }

    /** Checks the kind before the body is read, so that a system app is refused whatever the body has. */
    private Row changeable(Caller caller, String id, Operation operation) {
        var row = access.open(caller, API_CREDENTIALS, id, operation);
        if (!kinds.get(Inputs.text(row, "kind")).creatable()) {
            throw new RuleViolation(new Refusal(ErrorCode.SYSTEM_APP, "the service keeps this app itself"));
        }
        return row;
    }
}
