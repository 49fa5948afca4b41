package io.keyledger.command.app.web;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.secret.SecretFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Revokes leaked client secrets. It needs no token, because knowing a secret is enough to revoke it; the answer is the
 * same, after the same work, whether they are known or not. Source: CONTRACT A2.
 */
@RestController
class LeakedSecretsController {
    private static final Pattern SECRET = Pattern.compile(SecretFormat.PATTERN);

    private final SecretGenerator secrets;
    private final LeakedSecrets leaks;

    LeakedSecretsController(SecretGenerator secrets, LeakedSecrets leaks) {
        this.secrets = secrets;
        this.leaks = leaks;
    }

    @PostMapping("/api/leaked_secrets")
    @Described(
            value = "Report leaked client secrets",
            detail =
                    "Needs no token. Each live one in the texts is revoked within a second, whatever else stands there;"
                            + " the answer says nothing of which there were.",
            takes = "leak_report",
            answers = Described.NOTHING,
            status = 202)
    ResponseEntity<Object> report(@RequestBody JsonNode body) {
        var report = ResourceInput.forCreate(Resources.LEAK_REPORT, body);
        leaks.revoke(verifiers(report.strings("secrets")), report.string("source_url"), Actors.scanner());
        return ResponseEntity.accepted().build();
    }

    /** Of all that looks like a secret in those lines: a blank, a quote or a name before it is no part of it. */
    private Set<String> verifiers(List<String> lines) {
        return lines.stream()
                .flatMap(line -> SECRET.matcher(line).results())
                .map(MatchResult::group)
                .distinct()
                .flatMap(secret -> secrets.verifiers(secret).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
