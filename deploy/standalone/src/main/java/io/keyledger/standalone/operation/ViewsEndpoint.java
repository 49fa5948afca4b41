package io.keyledger.standalone.operation;

import io.keyledger.view.follow.Lags;
import io.keyledger.view.follow.Rebuilds;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * {@code GET /actuator/views} shows the state of every view, {@code GET /actuator/views/{view}} of one, with the first
 * hundred events that it could not show (404 for an unknown name); {@code POST /actuator/views/{view}} begins its rebuild
 * from all events (202), unless there is no such view (404) or a rebuild is under way (409).
 */
@Endpoint(id = "views")
final class ViewsEndpoint {
    private static final Map<String, String> UNKNOWN = Map.of("detail", "there is no view of that name");

    private final Rebuilds rebuilds;
    private final Lags lags;

    ViewsEndpoint(Rebuilds rebuilds, Lags lags) {
        this.rebuilds = rebuilds;
        this.lags = lags;
    }

    /** All views by name. */
    @ReadOperation
    public Map<String, Map<String, Kept>> views() {
        var all = new TreeMap<String, Kept>();
        rebuilds.all().forEach((name, view) -> all.put(name, Kept.of(view, lags.of(name))));
        return Map.of("views", all);
    }

    /** One view, with the events it could not show. */
    @ReadOperation
    public WebEndpointResponse<Object> view(@Selector String view) {
        var found = rebuilds.all().get(view);
        return found == null
                ? new WebEndpointResponse<>(UNKNOWN, 404)
                : new WebEndpointResponse<>(
                        Map.of("view", Kept.of(found, lags.of(view)), "setAsideEvents", found.firstSetAside()));
    }

    /** Begins a rebuild. The events that were set aside are tried again: they come in their order then. */
    @WriteOperation
    public WebEndpointResponse<Map<String, String>> rebuild(@Selector String view) {
        return switch (rebuilds.begin(view)) {
            case BEGUN -> answer(202, "the view is made anew beside the one that is read");
            case UNDER_WAY -> answer(409, "the view is being made anew already");
            case UNKNOWN -> new WebEndpointResponse<>(UNKNOWN, 404);
        };
    }

    private static WebEndpointResponse<Map<String, String>> answer(int status, String detail) {
        return new WebEndpointResponse<>(Map.of("detail", detail), status);
    }

    /** The state of a view; without a rebuild when none is under way. */
    record Kept(int generation, long position, Late lag, Rebuilds.@Nullable Rebuilt rebuild, long setAside) {
        static Kept of(Rebuilds.View view, Lags.Lag lag) {
            return new Kept(view.generation(), view.position(), Late.of(lag), view.rebuild(), view.setAside());
        }
    }

    /** How far a view is behind the events. */
    record Late(long events, double seconds) {
        static Late of(Lags.Lag lag) {
            return new Late(lag.events(), lag.age().toMillis() / 1000.0);
        }
    }
}
