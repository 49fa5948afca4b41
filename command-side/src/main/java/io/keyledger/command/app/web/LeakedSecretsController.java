package io.keyledger.command.app.web;

import io.keyledger.command.actor.Actors;
import io.keyledger.command.secret.SecretGenerator;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.openapi.Described;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Revokes leaked client secrets. It needs no token, because knowing a secret is enough to revoke it; the answer is the
 * same whether they are known or not, and comes after the same time: what revoking takes is waited for anyhow. Source:
 * CONTRACT A2.
 */
@RestController
class LeakedSecretsController {
    /** Longer than revoking takes where nothing else is done. */
    private static final Duration USUAL = Duration.ofMillis(250);

    private final SecretGenerator secrets;
    private final LeakedSecrets leaks;
    private final ResourceAnswers answers;

    LeakedSecretsController(SecretGenerator secrets, LeakedSecrets leaks, ResourceAnswers answers) {
        this.secrets = secrets;
        this.leaks = leaks;
        this.answers = answers;
    }

    @PostMapping("/api/leaked_secrets")
    @Described(
            value = "Report leaked client secrets",
            detail = "Needs no token. Each live one in the texts is revoked, and the tokens got with it end, before the"
                    + " answer; whatever else stands in the report is left out. The answer says nothing of which there"
                    + " were.",
            takes = "leak_report",
            answers = Described.NOTHING,
            status = 202)
    ResponseEntity<Object> report(@RequestBody JsonNode body) {
        var begin = System.nanoTime();
        var report = LeakReport.of(body);
        var isDone = leaks.revoke(verifiers(report), report.sourceUrl(), Actors.scanner());
        var answer = isDone ? answers.done(HttpStatus.ACCEPTED.value()) : late();
        LockSupport.parkNanos(USUAL.toNanos() - (System.nanoTime() - begin));
        return answer;
    }

    private static ResponseEntity<Object> late() {
        return ResponseEntity.accepted().header(ResourceAnswers.LAG, "true").build();
    }

    private Set<String> verifiers(LeakReport report) {
        return report.secrets().stream()
                .flatMap(secret -> secrets.verifiers(secret).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
