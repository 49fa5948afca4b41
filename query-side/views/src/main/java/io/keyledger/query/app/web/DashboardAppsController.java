package io.keyledger.query.app.web;

import io.keyledger.http.description.ApiMediaType;
import io.keyledger.http.openapi.Described;
import io.keyledger.http.request.AskedOrganization;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.query.reader.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Lists the kinds of dashboard apps, and the apps that an organization has of them. Source: CONTRACT A2. */
@RestController
class DashboardAppsController {
    private final DashboardApps dashboards;

    DashboardAppsController(Kinds kinds, Reader reader) {
        this.dashboards = new DashboardApps(kinds, reader);
    }

    /**
     * Every kind with its fixed permissions, and what is installed in each mode.
     *
     * @param organization its id; may be left out by a caller with a membership in only one
     */
    @Described(
            value = "List dashboard apps",
            answers = DashboardContract.LIST,
            refuses = ErrorCode.RECORD_NOT_FOUND,
            parameters =
                    @Described.Parameter(
                            name = AskedOrganization.PARAMETER,
                            meaning = "Whose apps are meant; may be left out by a member of one organization."))
    @GetMapping("/api/dashboard_apps")
    ResponseEntity<Object> list(
            Caller caller,
            @RequestParam(name = AskedOrganization.PARAMETER, required = false) @Nullable String organization) {
        var data = dashboards.of(caller, AskedOrganization.of(caller, organization));
        return ResponseEntity.ok().contentType(ApiMediaType.JSON_API).body(Map.of("data", data));
    }
}
