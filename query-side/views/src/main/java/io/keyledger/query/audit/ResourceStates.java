package io.keyledger.query.audit;

import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppUseEvent;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.store.RowBatch;
import io.keyledger.view.store.ViewsDatabase;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The state of every resource after the last event, to compare it with the state after the next one. */
final class ResourceStates {
    static final String COLLECTION = "versions_state_v1";
    private static final String CLIENTS = "clients/";

    private final RowBatch rows;

    /** Reads the states that the events change. */
    ResourceStates(ViewsDatabase views, List<Recorded> events, List<ChangeStep> steps) {
        rows = new RowBatch(views, COLLECTION);
        rows.load(Stream.concat(
                        steps.stream().map(ChangeStep::stateId),
                        events.stream()
                                .flatMap(event ->
                                        Stream.of(client(event), used(event)).flatMap(Stream::ofNullable)))
                .toList());
    }

    /** The change that the step makes; null when it was made before. */
    @Nullable
    StateChange change(ChangeStep step) {
        var state = rows.get(step.stateId());
        if (state != null && state.getLong(StoredRow.SEQUENCE) >= step.version()) {
            return null;
        }
        var change = StateChange.of(step, state);
        if (state != null || step.change().kind() != Change.Kind.TOUCH) {
            rows.put(change.state());
        }
        return change;
    }

    /**
     * Stores the organization of a user's app by its client id: a user belongs to none, but the app they act through
     * does.
     */
    void note(Recorded event) {
        if (event.event() instanceof AppRegistered app && app.userId() != null) {
            note(event, app.clientId(), app.organizationId());
        } else if (event.event() instanceof PersonalAppMoved app) {
            note(event, app.clientId(), app.organizationId());
        }
    }

    private void note(Recorded event, String clientId, String organizationId) {
        rows.put(new Document(StoredRow.ID, CLIENTS + clientId)
                .append(StoredRow.SEQUENCE, event.sequence())
                .append(StoredRow.ORGANIZATION, organizationId));
    }

    /**
     * The organization that the event belongs to: that of the changed resource, else that in the actor's metadata, else
     * that of the actor's app.
     */
    @Nullable
    String organization(Recorded event, List<ChangeStep> steps) {
        if (event.event() instanceof SecurityEvent tried) {
            return tried.organizationId();
        }
        var used = used(event);
        if (used != null) {
            var organization = organization(used);
            return organization == null ? ofActor(event) : organization;
        }
        for (var step : steps) {
            var organization = organization(step.stateId());
            if (organization != null) {
                return organization;
            }
        }
        return ofActor(event);
    }

    /** The organization of an aggregate, by the state of its resource; null when there is none. */
    static @Nullable String organizationOf(ViewsDatabase views, String aggregateId) {
        var ids = Resources.all().stream()
                .map(type -> type.name() + '/' + aggregateId)
                .toList();
        var states = new RowBatch(views, COLLECTION);
        states.load(ids);
        return states.rows(row -> true)
                .map(row -> row.getString(StoredRow.ORGANIZATION))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable String ofActor(Recorded event) {
        var said = event.metaData().get(MetaKey.ORGANIZATION_ID);
        var client = client(event);
        return said == null && client != null ? organization(client) : (String) said;
    }

    /** The state of the app that the event is a use of. */
    private static @Nullable String used(Recorded event) {
        return event.event() instanceof AppUseEvent use ? AuditProjection.APPS + '/' + use.appId() : null;
    }

    private @Nullable String organization(String id) {
        var row = rows.get(id);
        return row == null ? null : row.getString(StoredRow.ORGANIZATION);
    }

    private static @Nullable String client(Recorded event) {
        if (event.event() instanceof AppRegistered app) {
            return CLIENTS + app.clientId();
        }
        if (event.event() instanceof PersonalAppMoved app) {
            return CLIENTS + app.clientId();
        }
        var client = event.metaData().get(MetaKey.CLIENT_ID);
        return client == null ? null : CLIENTS + client;
    }

    void write() {
        rows.write();
    }
}
