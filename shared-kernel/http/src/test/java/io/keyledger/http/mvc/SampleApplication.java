package io.keyledger.http.mvc;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.request.Preconditions;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.ConflictingAggregateVersionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Controllers that do what real ones do: read, refuse, fail. */
@SpringBootApplication
class SampleApplication {
    @RestController
    static class SampleController {
        @PostMapping("/api/roles")
        ResponseEntity<Object> create(@RequestBody JsonNode body) {
            var input = ResourceInput.forCreate(Resources.ROLES, body);
            return answer(Map.of("name", input.required("name")));
        }

        @PostMapping("/api/action")
        ResponseEntity<Object> action(@RequestBody(required = false) @Nullable JsonNode body) {
            ResourceInput.forBareAction(body);
            return ResponseEntity.accepted().build();
        }

        @GetMapping("/api/roles")
        ResponseEntity<Object> list(HttpServletRequest request) {
            return answer(Map.of(
                    "request_id", Objects.requireNonNull(MDC.get(MetaKey.REQUEST_ID)), "uri", request.getRequestURI()));
        }

        @GetMapping("/api/filtered")
        ResponseEntity<Object> filtered(HttpServletRequest request) {
            var options = ReadOptionsParser.list(Resources.ROLES, request.getParameterMap());
            return answer(Map.of("values", options.filters().getFirst().values()));
        }

        @GetMapping("/api/version")
        ResponseEntity<Object> version(HttpServletRequest request) {
            return answer(Map.of("expected", String.valueOf(Preconditions.expected(request))));
        }

        @GetMapping("/api/me")
        ResponseEntity<Object> me(Caller caller) {
            return answer(Map.of("actor", caller.actorId()));
        }

        @GetMapping("/api/needs")
        ResponseEntity<Object> needs(@RequestParam int number) {
            return answer(Map.of("number", number));
        }

        @GetMapping(value = "/api/export", produces = "text/csv")
        String export() {
            return "a,b";
        }

        @GetMapping("/api/fails/{how}")
        ResponseEntity<Object> fails(@PathVariable String how) throws Exception {
            throw switch (how) {
                case "missing" -> new AggregateNotFoundException("x", "no such aggregate");
                case "stale" -> new ConflictingAggregateVersionException("x", 1, 2);
                case "race" -> new ConcurrencyException("twice");
                case "remote" ->
                    new CommandExecutionException(
                            "remote", null, List.of(Refusal.ofField("organization", "blank", "must exist")));
                case "store" -> new IllegalStateException(new SQLException("disk full", "08006"));
                case "own" -> new IllegalStateException(new SQLException("constraint", "23505"));
                default -> new IllegalStateException("the inside story");
            };
        }

        private static ResponseEntity<Object> answer(Map<String, Object> body) {
            return ResponseEntity.ok().contentType(ApiMediaType.JSON_API).body(body);
        }
    }
}
