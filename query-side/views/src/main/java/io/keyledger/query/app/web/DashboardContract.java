package io.keyledger.query.app.web;

import io.keyledger.http.openapi.ContractPart;
import io.keyledger.http.openapi.Schema;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The list of dashboard apps, as the published contract has it. */
@Component
class DashboardContract implements ContractPart {
    static final String LIST = "DashboardAppList";

    @Override
    public Map<String, Schema> schemas() {
        var apps = Schema.object()
                .member("hosted", Schema.of("string").nullable())
                .member("custom", Schema.list(Schema.of("string")))
                .requiringAll();
        var attributes = Schema.object()
                .member("kind", Schema.of("string"))
                .member("forkable", Schema.of("boolean"))
                .member("permissions", Schema.object().open())
                .member(
                        "installed",
                        Schema.object()
                                .member("test", apps)
                                .member("live", apps)
                                .requiringAll())
                .requiringAll();
        var app = Schema.object()
                .member("type", Schema.only("dashboard_apps"))
                .member("id", Schema.of("string"))
                .member("attributes", attributes)
                .requiringAll();
        return Map.of(LIST, Schema.object().member("data", Schema.list(app)).requiringAll());
    }
}
