package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.CLIENT_SECRETS;
import static io.keyledger.http.resources.Resources.CLIENT_SECRET_ROTATION;

import io.keyledger.command.app.AddClientSecret;
import io.keyledger.command.app.Overlap;
import io.keyledger.command.app.RemoveClientSecret;
import io.keyledger.command.app.RotateClientSecret;
import io.keyledger.command.app.SecretDuration;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.secret.HashedSecret;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.web.Creations;
import io.keyledger.command.web.Creations.Fresh;
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
import io.keyledger.kernel.app.SecretId;
import io.keyledger.kernel.problem.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Adds, rotates and removes the client secrets of an app. A secret is shown in the answer to its creation and in no
 * other. Source: CONTRACT A2.
 */
@RestController
@RequestMapping("/api/app_registrations/{id}/client_secrets")
class ClientSecretsController {
    private final AppAccess access;
    private final Creations creations;
    private final Commands commands;
    private final SecretGenerator secrets;
    private final ResourceAnswers answers;

    ClientSecretsController(
            AppAccess access,
            Creations creations,
            Commands commands,
            SecretGenerator secrets,
            ResourceAnswers answers) {
        this.access = access;
        this.creations = creations;
        this.commands = commands;
        this.secrets = secrets;
        this.answers = answers;
    }

    @PostMapping
    @Described(
            value = "Add a client secret to an app registration",
            detail = "Shows the secret, in no later answer. At most ten of an app are live at once.",
            takes = "client_secrets",
            answers = "client_secrets",
            refuses = {
                ErrorCode.SYSTEM_APP,
                ErrorCode.POLICY_CLIENT_SECRETS_NOT_ALLOWED,
                ErrorCode.POLICY_SECRET_DURATION,
                ErrorCode.POLICY_LIVE_SECRETS
            })
    ResponseEntity<Object> add(Caller caller, @PathVariable String id, @RequestBody JsonNode body) {
        var app = access.toGiveCredential(caller, id, Operation.CREATE);
        var input = ResourceInput.forCreate(CLIENT_SECRETS, body);
        var duration = SecretDuration.parse(input.required("effective_duration"));
        return answer(
                caller, app, secret -> new AddClientSecret(new AppId(id), secret, input.string("name"), duration));
    }

    /** Without a body the overlap is a week, and the new secret gets the duration of the old one. */
    @PostMapping("/{secretId}/rotate")
    @Described(
            value = "Rotate a client secret",
            detail =
                    "Shows the new secret, in no later answer. The old one works until the overlap is over: an ISO 8601"
                            + " duration from PT0S to P90D, P7D when nothing is said.",
            takes = "client_secret_rotation",
            answers = "client_secrets",
            refuses = {
                ErrorCode.SYSTEM_APP,
                ErrorCode.SECRET_NOT_LIVE,
                ErrorCode.POLICY_CLIENT_SECRETS_NOT_ALLOWED,
                ErrorCode.POLICY_SECRET_DURATION,
                ErrorCode.POLICY_LIVE_SECRETS
            })
    ResponseEntity<Object> rotate(
            Caller caller,
            @PathVariable String id,
            @PathVariable String secretId,
            @RequestBody(required = false) @Nullable JsonNode body) {
        var app = access.toGiveCredential(caller, id, Operation.UPDATE);
        access.part(CLIENT_SECRETS, secretId, id);
        var input = body == null ? null : ResourceInput.forCreate(CLIENT_SECRET_ROTATION, body);
        return answer(
                caller,
                app,
                secret -> new RotateClientSecret(
                        new AppId(id), new SecretId(secretId), secret, overlap(input), duration(input)));
    }

    /**
     * Revokes the secret: once this is answered, this node issues no token for it any more.
     *
     * @param allowLast whether it may be the last live credential of a confidential app
     */
    @DeleteMapping("/{secretId}")
    @Described(
            value = "Remove a client secret",
            detail = "It works no more when this is answered; it stays listed as revoked.",
            parameters =
                    @Described.Parameter(
                            name = "allow_last",
                            meaning =
                                    "Whether it may be the last live credential of an app that needs one; false when left"
                                            + " out.",
                            type = "boolean"),
            refuses = {ErrorCode.SYSTEM_APP, ErrorCode.LAST_CREDENTIAL})
    ResponseEntity<Object> remove(
            Caller caller,
            @PathVariable String id,
            @PathVariable String secretId,
            @RequestParam(name = "allow_last", defaultValue = "false") boolean allowLast,
            HttpServletRequest request) {
        var app = access.toChange(caller, id, Operation.DESTROY);
        access.part(CLIENT_SECRETS, secretId, id);
        var command = new RemoveClientSecret(
                new AppId(id), new SecretId(secretId), allowLast, Preconditions.expected(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, organizationOf(app)));
        return answers.done(204);
    }

    private ResponseEntity<Object> answer(Caller caller, Row app, Function<HashedSecret, Object> command) {
        return creations.answerWithin(
                caller, CLIENT_SECRETS, organizationOf(app), app.id(), fresh -> shownOnce(fresh, app, command));
    }

    private Map<String, Object> shownOnce(Fresh fresh, Row app, Function<HashedSecret, Object> command) {
        var secret = secrets.create(Inputs.text(app, "mode"), new SecretId(fresh.id()));
        fresh.send(command.apply(secret.hashed()));
        return Map.of("client_secret", secret.plaintext());
    }

    private static Overlap overlap(@Nullable ResourceInput input) {
        var text = input == null ? null : input.string("overlap");
        return text == null ? Overlap.DEFAULT : Overlap.parse(text);
    }

    private static @Nullable SecretDuration duration(@Nullable ResourceInput input) {
        var text = input == null ? null : input.string("effective_duration");
        return text == null ? null : SecretDuration.parse(text);
    }

    private static String organizationOf(Row app) {
        return Objects.requireNonNull(app.organizationId());
    }
}
