package io.keyledger.command.app.web;

import static io.keyledger.http.resources.Resources.APP_REGISTRATIONS;
import static io.keyledger.http.resources.Resources.DASHBOARD_INSTALLATION;

import io.keyledger.command.app.Mode;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.http.answer.ResourceAnswers;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.document.Documents;
import io.keyledger.http.document.Included;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.read.ReadOptionsParser;
import io.keyledger.http.request.ResourceInput;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Installs a dashboard app in both modes. Source: CONTRACT A2. */
@RestController
class DashboardInstallationController {
    private final AccessCheck access;
    private final Kinds kinds;
    private final DashboardInstallation installation;
    private final ResourceLookup resources;
    private final ResourceAnswers answers;

    DashboardInstallationController(
            AccessCheck access,
            Kinds kinds,
            DashboardInstallation installation,
            ResourceLookup resources,
            ResourceAnswers answers) {
        this.access = access;
        this.kinds = kinds;
        this.installation = installation;
        this.resources = resources;
        this.answers = answers;
    }

    /** 200 with both apps; one that this request registered shows its client secret, which no later answer does. */
    @Described(
            value = "Install a dashboard app",
            takes = "dashboard_installation",
            answers = "app_registrations[]",
            status = 200,
            refuses = {ErrorCode.RECORD_NOT_FOUND, ErrorCode.QUOTA_EXCEEDED},
            parameters =
                    @Described.Parameter(
                            name = "kind",
                            meaning = "A kind that `GET /api/dashboard_apps` lists.",
                            example = "orders"))
    @PostMapping("/api/dashboard_apps/{kind}/install")
    ResponseEntity<Object> install(
            Caller caller, @PathVariable String kind, @RequestBody JsonNode body, HttpServletRequest request) {
        requireDashboard(kind);
        var input = ResourceInput.forCreate(DASHBOARD_INSTALLATION, body);
        var organization = access.organizationOf(caller, APP_REGISTRATIONS, input);
        var installed = Stream.of(Mode.values())
                .map(mode -> installation.install(organization, kind, mode))
                .toList();
        var answer = ResponseEntity.ok().contentType(ApiMediaType.JSON_API).cacheControl(CacheControl.noStore());
        if (!answers.awaitWritten()) {
            answer.header(ResourceAnswers.LAG, "true");
        }
        var rows = installed.stream().map(app -> app.in(resources)).toList();
        var options = ReadOptionsParser.single(APP_REGISTRATIONS, request.getParameterMap());
        var document = Documents.of(request).list(APP_REGISTRATIONS, rows, rows.size(), options, Included.NONE);
        return answer.body(Map.of("data", Objects.requireNonNull(document.get("data"))));
    }

    private void requireDashboard(String name) {
        var kind = kinds.find(name);
        if (kind == null || kind.group() != Kind.Group.DASHBOARD) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such dashboard app"));
        }
    }
}
