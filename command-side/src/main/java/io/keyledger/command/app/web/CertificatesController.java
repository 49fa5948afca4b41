package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.CERTIFICATES;

import io.keyledger.command.app.AddCertificate;
import io.keyledger.command.app.RemoveCertificate;
import io.keyledger.command.bus.Commands;
import io.keyledger.command.web.Creations;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.Preconditions;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.CertificateId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Adds and removes the certificates of an app. Source: CONTRACT A2. */
@RestController
@RequestMapping("/api/app_registrations/{id}/certificates")
class CertificatesController {
    private final AppAccess access;
    private final Creations creations;
    private final Commands commands;
    private final ResourceAnswers answers;
    private final SentPrivateKeys privateKeys;

    CertificatesController(
            AppAccess access,
            Creations creations,
            Commands commands,
            ResourceAnswers answers,
            SentPrivateKeys privateKeys) {
        this.privateKeys = privateKeys;
        this.access = access;
        this.creations = creations;
        this.commands = commands;
        this.answers = answers;
    }

    @Described(
            value = "Add a certificate to an app registration",
            takes = "certificates",
            detail =
                    "DER, PEM (text around its blocks is left out) or base64, at most 64 KiB, as the body itself, as the"
                            + " field file of a form, which may have a field name too, or in a document. Of a chain the leaf is"
                            + " taken. What is accepted can sign in. A private key anywhere in the body, in any form, is refused before"
                            + " anything else is looked at, and nothing of it is kept but an entry private_key.refused in the"
                            + " audit log.",
            answers = "certificates",
            status = 201,
            refuses = {
                ErrorCode.SYSTEM_APP,
                ErrorCode.CERTIFICATE_UNREADABLE,
                ErrorCode.CERTIFICATE_PRIVATE_KEY,
                ErrorCode.CERTIFICATE_TRAILING_DATA,
                ErrorCode.CERTIFICATE_SEVERAL_LEAVES,
                ErrorCode.CERTIFICATE_REQUEST,
                ErrorCode.CERTIFICATE_NAMES_EMPTY,
                ErrorCode.CERTIFICATE_VALIDITY_INVALID,
                ErrorCode.CERTIFICATE_EXTENSIONS_INVALID,
                ErrorCode.CERTIFICATE_KEY_TOO_WEAK,
                ErrorCode.CERTIFICATE_KEY_UNSUPPORTED,
                ErrorCode.CERTIFICATE_KEY_INVALID,
                ErrorCode.CERTIFICATE_SIGNATURE_TOO_WEAK,
                ErrorCode.CERTIFICATE_SIGNATURE_UNSUPPORTED,
                ErrorCode.CERTIFICATE_EXPIRED,
                ErrorCode.CERTIFICATE_DUPLICATE,
                ErrorCode.CERTIFICATE_TOO_LARGE,
                ErrorCode.POLICY_CERTIFICATE_DURATION
            })
    @PostMapping(
            consumes = {
                ApiMediaType.JSON_API_VALUE,
                "application/pkix-cert",
                "application/x-pem-file",
                MediaType.MULTIPART_FORM_DATA_VALUE
            })
    ResponseEntity<Object> add(Caller caller, @PathVariable String id, HttpServletRequest request) throws IOException {
        var app = access.toGiveCredential(caller, id, Operation.CREATE);
        var organization = Objects.requireNonNull(app.organizationId());
        var given = given(request, caller, organization, id);
        return creations.answerWithin(caller, CERTIFICATES, organization, id, fresh -> {
            fresh.send(new AddCertificate(
                    new AppId(id), new CertificateId(fresh.id()), given.name(), given.certificate()));
            return Map.of();
        });
    }

    private GivenCertificate given(HttpServletRequest request, Caller caller, String organization, String app)
            throws IOException {
        try {
            return GivenCertificate.of(request);
        } catch (InvalidValue refused) {
            privateKeys.record(refused, caller, organization, app, request.getRemoteAddr());
            throw refused;
        }
    }

    @Described(
            value = "Remove a certificate from an app registration",
            detail = "When this is answered, this node issues no token for it any more.",
            refuses = {ErrorCode.SYSTEM_APP, ErrorCode.LAST_CREDENTIAL},
            parameters =
                    @Described.Parameter(
                            name = "allow_last",
                            type = "boolean",
                            meaning =
                                    "Whether it may be the last live credential of a confidential app; false when left out."))
    @DeleteMapping("/{certificateId}")
    ResponseEntity<Object> remove(
            Caller caller,
            @PathVariable String id,
            @PathVariable String certificateId,
            @RequestParam(name = "allow_last", defaultValue = "false") boolean allowLast,
            HttpServletRequest request) {
        var app = access.toChange(caller, id, Operation.DESTROY);
        access.part(CERTIFICATES, certificateId, id);
        var command = new RemoveCertificate(
                new AppId(id), new CertificateId(certificateId), allowLast, Preconditions.expected(request));
        commands.send(command, Map.of(MetaKey.ORGANIZATION_ID, Objects.requireNonNull(app.organizationId())));
        return answers.done(204);
    }
}
