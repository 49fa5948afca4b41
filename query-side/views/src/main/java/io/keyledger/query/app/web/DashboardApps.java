package io.keyledger.query.app.web;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.Filter;
import io.keyledger.http.description.Predicate;
import io.keyledger.http.description.ReadOptions;
import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.Reader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lists every kind of dashboard app with the apps of it that an organization has. */
final class DashboardApps {
    private static final int MOST_APPS = 1000;

    private final Kinds kinds;
    private final Reader reader;

    DashboardApps(Kinds kinds, Reader reader) {
        this.kinds = kinds;
        this.reader = reader;
    }

    List<Map<String, Object>> of(Caller caller, String organization) {
        var dashboards = kinds.all().stream()
                .filter(kind -> kind.group() == Kind.Group.DASHBOARD)
                .toList();
        var installed = installed(
                caller, organization, dashboards.stream().map(Kind::name).toList());
        return dashboards.stream().map(kind -> resource(kind, installed)).toList();
    }

    private List<Row> installed(Caller caller, String organization, List<String> names) {
        var type = Resources.API_CREDENTIALS;
        var ofKind = new Filter.Path(null, Objects.requireNonNull(type.attribute("kind")));
        var ofOrganization = new Filter.Path(Objects.requireNonNull(type.relationship("organization")), Resources.ID);
        var options = new ReadOptions(
                1,
                MOST_APPS,
                List.of(new SortKey("created_at", false)),
                List.of(
                        new Filter(List.of(ofKind), Predicate.IN, List.copyOf(names)),
                        new Filter(List.of(ofOrganization), Predicate.EQ, List.of(organization))),
                List.of(),
                Map.of());
        return reader.list(caller, type, options).rows();
    }

    private static Map<String, Object> resource(Kind kind, List<Row> installed) {
        var own = installed.stream()
                .filter(app -> kind.name().equals(app.values().get("kind")))
                .toList();
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("kind", kind.name());
        attributes.put("forkable", kind.forkable());
        attributes.put("permissions", permissions(kind.permissions()));
        attributes.put("installed", Map.of("test", apps(own, "test"), "live", apps(own, "live")));
        return Map.of("type", "dashboard_apps", "id", kind.name(), "attributes", attributes);
    }

    /** Subject → operations, subjects in alphabetical order, operations in the order create, read, update, destroy. */
    private static Map<String, List<String>> permissions(Map<String, Set<Operation>> allowed) {
        var shown = new TreeMap<String, List<String>>();
        allowed.forEach((subject, operations) -> shown.put(
                subject,
                operations.stream()
                        .sorted()
                        .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                        .toList()));
        return shown;
    }

    /** The id of the hosted app, or null, and the ids of the custom ones. */
    private static Map<String, @Nullable Object> apps(List<Row> own, String mode) {
        var inMode = own.stream()
                .filter(app -> mode.equals(app.values().get("mode")))
                .toList();
        var apps = new LinkedHashMap<String, @Nullable Object>();
        apps.put(
                "hosted",
                inMode.stream()
                        .filter(app -> !isCustom(app))
                        .map(Row::id)
                        .findFirst()
                        .orElse(null));
        apps.put(
                "custom",
                inMode.stream().filter(DashboardApps::isCustom).map(Row::id).toList());
        return apps;
    }

    private static boolean isCustom(Row app) {
        return Boolean.TRUE.equals(app.values().get("custom"));
    }
}
