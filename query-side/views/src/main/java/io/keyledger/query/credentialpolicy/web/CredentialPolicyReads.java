package io.keyledger.query.credentialpolicy.web;

import static io.keyledger.http.resources.Resources.CREDENTIAL_POLICIES;

import io.keyledger.http.document.Documents;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.request.AskedOrganization;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.query.reader.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the policy of the caller's organization. Source: CONTRACT A4. */
@RestController
class CredentialPolicyReads {
    private final Reader reader;

    CredentialPolicyReads(Reader reader) {
        this.reader = reader;
    }

    /**
     * The same as {@code GET /api/credential_policies/{id}}.
     *
     * @param organization its id; may be left out by a caller with a membership in only one
     */
    @Described(
            value = "Show the policy of the caller's organization",
            answers = "credential_policies",
            refuses = ErrorCode.RECORD_NOT_FOUND,
            parameters =
                    @Described.Parameter(
                            name = AskedOrganization.PARAMETER,
                            meaning = "Whose policy is meant; may be left out by a member of one organization."))
    @GetMapping("/api/credential_policy")
    ResponseEntity<Object> show(
            HttpServletRequest request,
            Caller caller,
            @RequestParam(name = AskedOrganization.PARAMETER, required = false) @Nullable String organization) {
        var options =
                ReadOptionsParser.single(CREDENTIAL_POLICIES, request.getParameterMap(), AskedOrganization.PARAMETER);
        var row = reader.get(caller, CREDENTIAL_POLICIES, AskedOrganization.of(caller, organization));
        var included = reader.include(caller, CREDENTIAL_POLICIES, List.of(row), options.include());
        return Documents.of(request).answerSingle(CREDENTIAL_POLICIES, row, options, included);
    }
}
