package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.APP_REGISTRATIONS;

import io.keyledger.command.app.ChangeApp;
import io.keyledger.command.app.DeleteApp;
import io.keyledger.command.app.FirstSecret;
import io.keyledger.command.app.Representation;
import io.keyledger.command.app.SecretDuration;
import io.keyledger.command.app.web.AttributeTable.Asked;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.secret.FreshSecret;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Creations;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.RevokeTokens;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Registers, changes and deletes apps in their full representation. Source: CONTRACT A2. */
@RestController
class AppRegistrationsController {
    private final AccessCheck access;
    private final AppAccess apps;
    private final Creations creations;
    private final Commands commands;
    private final SecretGenerator secrets;
    private final Registration registration;
    private final AttributeTable attributes;
    private final ResourceAnswers answers;

    AppRegistrationsController(
            AccessCheck access,
            AppAccess apps,
            Creations creations,
            Commands commands,
            SecretGenerator secrets,
            Registration registration,
            AttributeTable attributes,
            ResourceAnswers answers) {
        this.access = access;
        this.apps = apps;
        this.creations = creations;
        this.commands = commands;
        this.secrets = secrets;
        this.registration = registration;
        this.attributes = attributes;
        this.answers = answers;
    }

    /** 201; when the request has {@code effective_duration}, with a client secret, which no later answer shows. */
    @Described(
            detail =
                    "With effective_duration it begins with a client secret, shown in this answer and in no later one.",
            refuses = {
                ErrorCode.SYSTEM_APP,
                ErrorCode.QUOTA_EXCEEDED,
                ErrorCode.POLICY_CLIENT_SECRETS_NOT_ALLOWED,
                ErrorCode.POLICY_SECRET_DURATION,
                ErrorCode.POLICY_TOKEN_LIFETIME
            })
    @PostMapping("/api/app_registrations")
    ResponseEntity<Object> create(Caller caller, @RequestBody JsonNode body) {
        var input = ResourceInput.forCreate(APP_REGISTRATIONS, body);
        var organization = access.organizationOf(caller, APP_REGISTRATIONS, input);
        var role = access.grantable(caller, input.related("role"), organization);
        return creations.answer(caller, APP_REGISTRATIONS, organization.value(), fresh -> {
            var secret = firstSecret(input);
            var first = secret == null ? null : new FirstSecret(secret.hashed(), duration(input));
            var asked = new Asked(caller, new AppId(fresh.id()), organization, Representation.FULL, input);
            fresh.send(registration.command(asked, role, first));
            return secret == null ? Map.of() : Map.of("client_secret", secret.plaintext());
        });
    }

    @Described(refuses = {ErrorCode.SYSTEM_APP, ErrorCode.POLICY_TOKEN_LIFETIME})
    @PatchMapping("/api/app_registrations/{id}")
    ResponseEntity<Object> change(
            Caller caller, @PathVariable String id, @RequestBody JsonNode body, HttpServletRequest request) {
        var row = apps.toChange(caller, id, Operation.UPDATE);
        var input = ResourceInput.forUpdate(APP_REGISTRATIONS, id, body);
        var organization = new OrganizationId(Objects.requireNonNull(row.organizationId()));
        var asked = new Asked(caller, new AppId(id), organization, Representation.FULL, input);
        var command = new ChangeApp(asked.app(), attributes.changed(asked), Preconditions.expected(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, organization.value()));
        return answers.updated(caller, APP_REGISTRATIONS, id);
    }

    @Described(refuses = ErrorCode.SYSTEM_APP)
    @DeleteMapping("/api/app_registrations/{id}")
    ResponseEntity<Object> delete(Caller caller, @PathVariable String id, HttpServletRequest request) {
        var row = apps.toChange(caller, id, Operation.DESTROY);
        var command = new DeleteApp(new AppId(id), Preconditions.expected(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
        return answers.done(204);
    }

    /** 202 once this node takes none of the tokens that were issued to the app until now. */
    @Described(
            value = "Revoke all tokens of an app registration",
            detail =
                    "Every token issued to it until now ends: on this node when this is answered, on every other within"
                            + " a second. Its credentials go on, and a token got afterwards lives.",
            takes = Described.NOTHING,
            answers = Described.NOTHING,
            status = 202,
            refuses = ErrorCode.SYSTEM_APP)
    @PostMapping("/api/app_registrations/{id}/revoke_tokens")
    ResponseEntity<Object> revokeTokens(
            Caller caller, @PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        var row = apps.toEndTokens(caller, id);
        ResourceInput.forBareAction(body);
        commands.send(
                new RevokeTokens(new AppId(id)),
                Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(row.organizationId())));
        return answers.done(202);
    }

    private @Nullable FreshSecret firstSecret(ResourceInput input) {
        return input.has("effective_duration")
                ? secrets.create(Registration.liveUnlessAsked(input).word())
                : null;
    }

    private static SecretDuration duration(ResourceInput input) {
        return SecretDuration.parse(input.required("effective_duration"));
    }
}
