package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.MEMBERSHIPS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.command.access.AcceptInvitation;
import io.keyledger.command.access.AcceptInvitation.Newcomer;
import io.keyledger.command.actor.Actors;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.document.BaseAddress;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.Refused;
import io.keyledger.kernel.problem.RuleViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Activates a membership by the one-time link of its invitation: without a token for a new user, with the token of a user
 * for that user. No address is compared with anything. GET changes nothing, so that a mail scanner does not use the link
 * up; the button of its page sends the POST that activates. Source: CONTRACT A5.
 */
@RestController
class ActivationController {
    private static final int ID_LENGTH = 10;
    private static final String POLICY =
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

    private final Commands commands;
    private final SecretGenerator secrets;
    private final Randomness randomness;
    private final BaseAddress address;
    private final ResourceLookup resources;
    private final ResourceAnswers answers;

    ActivationController(
            Commands commands,
            SecretGenerator secrets,
            Randomness randomness,
            BaseAddress address,
            ResourceLookup resources,
            ResourceAnswers answers) {
        this.commands = commands;
        this.secrets = secrets;
        this.randomness = randomness;
        this.address = address;
        this.resources = resources;
        this.answers = answers;
    }

    @GetMapping(path = "/activate", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String code) {
        return answer(HttpStatus.OK, HTML).body(ActivationPages.invitation(address.value(), code));
    }

    /**
     * A page; with a token, or when a document is asked for, a document. The code is read from the body alone: addresses
     * are written into logs.
     */
    @PostMapping(path = "/activate", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Object> admit(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        if (request.getQueryString() != null) {
            throw new InvalidValue(new Refusal(ErrorCode.BAD_REQUEST, "the code belongs in the body of the request"));
        }
        var caller = (Caller) request.getAttribute(Caller.class.getName());
        var isDocument = caller != null || asksForDocument(request);
        try {
            var membership = membership(code);
            return caller == null ? newcomer(membership, code, isDocument) : user(caller, membership, code);
        } catch (Refused refused) {
            if (isDocument || refused.refusals().getFirst().code() != ErrorCode.RECORD_NOT_FOUND) {
                throw refused;
            }
            return answer(HttpStatus.NOT_FOUND, HTML).body(ActivationPages.unknown());
        }
    }

    private Row membership(String code) {
        var row = code.length() > ID_LENGTH ? resources.find(MEMBERSHIPS, code.substring(0, ID_LENGTH)) : null;
        if (row == null) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.RECORD_NOT_FOUND, "the link is unknown, used already or too old"));
        }
        return row;
    }

    private ResponseEntity<Object> newcomer(Row membership, String code, boolean isDocument) {
        var clientId = randomness.clientId();
        var secret = secrets.create("live");
        var newcomer = new Newcomer(invited(membership), clientId, secret.hashed());
        accept(membership, new UserId(randomness.id()), code, newcomer);
        return isDocument
                ? document(membership, Map.of("client_id", clientId, "client_secret", secret.plaintext()))
                : answer(HttpStatus.OK, HTML).body(ActivationPages.credentials(clientId, secret));
    }

    private ResponseEntity<Object> user(Caller caller, Row membership, String code) {
        AccessCheck.require(caller.isUser());
        accept(membership, new UserId(caller.actorId()), code, null);
        return document(membership, Map.of());
    }

    /** In the name of the user, whom the organization calls by the address that it invited. */
    private void accept(Row membership, UserId user, String code, @Nullable Newcomer newcomer) {
        var organization = new OrganizationId(Objects.requireNonNull(membership.organizationId()));
        var metadata =
                new HashMap<>(Actors.user(user.value(), invited(membership).value()));
        metadata.put(MetaKey.ORGANIZATION_ID, organization.value());
        commands.send(
                new AcceptInvitation(
                        new MembershipId(membership.id()), organization, user, secrets.verifiers(code), newcomer),
                metadata);
    }

    private static EmailAddress invited(Row membership) {
        return new EmailAddress(Inputs.text(membership, "user_email"));
    }

    private ResponseEntity<Object> document(Row membership, Map<String, String> shownOnce) {
        var document = new LinkedHashMap<String, Object>();
        document.put("data", Map.of("type", MEMBERSHIPS.name(), "id", membership.id()));
        if (!shownOnce.isEmpty()) {
            document.put("meta", shownOnce);
        }
        return answer(HttpStatus.OK, ApiMediaType.JSON_API).body(document);
    }

    private static boolean asksForDocument(HttpServletRequest request) {
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return accept.contains(ApiMediaType.JSON_API_VALUE) || accept.contains(MediaType.APPLICATION_JSON_VALUE);
    }

    private ResponseEntity.BodyBuilder answer(HttpStatus status, MediaType type) {
        var answer = ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(type);
        return answers.awaitWritten() ? answer : answer.header(ResourceAnswers.LAG, "true");
    }
}
