package io.keyledger.command.app.web;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.List;
import java.util.Set;
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
                    "Needs no token. Each live one is revoked within a second; the answer says nothing of which there were.",
            takes = "leak_report",
            answers = Described.NOTHING,
            status = 202)
    ResponseEntity<Object> report(@RequestBody JsonNode body) {
        var report = ResourceInput.forCreate(Resources.LEAK_REPORT, body);
        var presented = report.strings("secrets");
        if (presented.isEmpty()) {
            throw new InvalidValue(Refusal.ofField("secrets", "blank", "can't be blank"));
        }
        leaks.revoke(verifiers(presented), report.string("source_url"), Actors.scanner());
        return ResponseEntity.accepted().build();
    }

    private Set<String> verifiers(List<String> presented) {
        return presented.stream()
                .flatMap(secret -> secrets.verifiers(secret).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
