package io.keyledger.query.reader.web;

import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.DataDirectory;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.audit.CheckpointSigner;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.audit.TestCheckpointSigner;
import io.keyledger.view.follow.TestViews;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;

/** The reading side without tokens: who calls stands in a header. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan({
    "io.keyledger.view",
    "io.keyledger.query.reader",
    "io.keyledger.query.app",
    "io.keyledger.query.organization",
    "io.keyledger.query.access",
    "io.keyledger.query.customer",
    "io.keyledger.query.expiry",
    "io.keyledger.query.lifetime",
    "io.keyledger.query.credentialpolicy",
    "io.keyledger.query.audit"
})
class ReadsApplication {
    @Bean
    EventStore eventStore() {
        return TestViews.eventStore();
    }

    @Bean
    Kinds kinds() {
        return Kinds.shipped();
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataDirectory dataDirectory() throws IOException {
        return new DataDirectory(Files.createTempDirectory("reads"));
    }

    @Bean
    CheckpointSigner signer() {
        return new TestCheckpointSigner();
    }

    @Bean
    OncePerRequestFilter callers() {
        return new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                var kind = request.getHeader("Caller-Kind");
                var grant = Grant.ofRole("one", "role", "admin", Map.of());
                request.setAttribute(
                        Caller.class.getName(),
                        new Caller(kind == null ? "user" : kind, "u1", "ada", "client", Map.of("one", grant)));
                chain.doFilter(request, response);
            }
        };
    }

    @RestController
    static class Writes {
        private final ResourceAnswers answers;

        Writes(ResourceAnswers answers) {
            this.answers = answers;
        }

        @PostMapping("/api/api_credentials/{id}/made")
        ResponseEntity<Object> made(Caller caller, @PathVariable("id") String id) {
            return answers.created(
                    caller, Resources.API_CREDENTIALS, null, id, Map.of("client_secret", "the secret", "link", "once"));
        }
    }
}
