package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.MEMBERSHIPS;
import static io.keyledger.http.resources.Resources.USERS;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.command.access.AcceptInvitation;
import io.keyledger.command.actor.Actors;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.command.value.EmailAddress;
import io.keyledger.command.web.Inputs;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.access.MembershipId;
import io.keyledger.kernel.access.UserId;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refused;
import java.util.HashMap;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Activates a membership by the one-time link of its invitation. GET changes nothing, so that a mail scanner does not
 * use the link up; the button of its page sends the POST that activates. Source: CONTRACT A5.
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
    private final ResourceLookup resources;
    private final ResourceAnswers answers;

    ActivationController(
            Commands commands,
            SecretGenerator secrets,
            Randomness randomness,
            ResourceLookup resources,
            ResourceAnswers answers) {
        this.commands = commands;
        this.secrets = secrets;
        this.randomness = randomness;
        this.resources = resources;
        this.answers = answers;
    }

    @GetMapping(path = "/activate", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String code) {
        return page(HttpStatus.OK, ActivationPages.invitation(code));
    }

    @PostMapping(
            path = "/activate",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> admit(@RequestParam(defaultValue = "") String code) {
        var membership = code.length() > ID_LENGTH ? resources.find(MEMBERSHIPS, code.substring(0, ID_LENGTH)) : null;
        if (membership == null) {
            return unknown();
        }
        try {
            return admit(membership, code);
        } catch (Refused refused) {
            if (refused.refusals().getFirst().code() != ErrorCode.RECORD_NOT_FOUND) {
                throw refused;
            }
            return unknown();
        }
    }

    private ResponseEntity<String> admit(Row membership, String code) {
        var email = new EmailAddress(Inputs.text(membership, "user_email"));
        var known = resources.findBy(USERS, "email", email.value(), 1);
        var userId =
                new UserId(known.isEmpty() ? randomness.id() : known.getFirst().id());
        var clientId = randomness.clientId();
        var secret = secrets.create("live");
        var newcomer = known.isEmpty() ? new AcceptInvitation.Newcomer(email, clientId, secret.hashed()) : null;
        var organization = new OrganizationId(Objects.requireNonNull(membership.organizationId()));
        var metadata = new HashMap<>(Actors.user(userId.value(), email.value()));
        metadata.put(MetaKey.ORGANIZATION_ID, organization.value());
        commands.send(
                new AcceptInvitation(
                        new MembershipId(membership.id()), organization, userId, secrets.verifiers(code), newcomer),
                metadata);
        answers.awaitWritten();
        return page(
                HttpStatus.OK,
                newcomer == null ? ActivationPages.joined() : ActivationPages.credentials(clientId, secret));
    }

    private static ResponseEntity<String> unknown() {
        return page(HttpStatus.NOT_FOUND, ActivationPages.unknown());
    }

    private static ResponseEntity<String> page(HttpStatus status, String html) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .header("X-Content-Type-Options", "nosniff")
                .contentType(HTML)
                .body(html);
    }
}
