package io.keyledger.command.access.web;

import static io.keyledger.http.resources.Resources.API_CREDENTIALS;
import static io.keyledger.http.resources.Resources.MEMBERSHIPS;

import io.keyledger.command.access.InviterRights;
import io.keyledger.command.web.AccessCheck;
import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.answer.Row;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from the views in which role those who invited act now. */
@Component
class PresentRights implements InviterRights {
    private final ResourceLookup resources;
    private final AccessCheck access;

    PresentRights(ResourceLookup resources, AccessCheck access) {
        this.resources = resources;
        this.access = access;
    }

    @Override
    public boolean cover(@Nullable String actorKind, @Nullable String actorId, String organizationId, String roleId) {
        if (actorId == null) {
            return true;
        }
        return switch (String.valueOf(actorKind)) {
            case "user" -> covers(membership(actorId, organizationId), roleId);
            case "app" -> covers(app(actorId, organizationId), roleId);
            default -> true;
        };
    }

    private boolean covers(Optional<Row> actor, String roleId) {
        return actor.map(row -> (String) row.values().get("role_id"))
                .filter(held -> access.covers(held, roleId))
                .isPresent();
    }

    private Optional<Row> membership(String userId, String organizationId) {
        return resources.findBy(MEMBERSHIPS, "user_id", userId, Integer.MAX_VALUE).stream()
                .filter(row -> organizationId.equals(row.organizationId()))
                .findFirst();
    }

    private Optional<Row> app(String appId, String organizationId) {
        return Optional.ofNullable(resources.find(API_CREDENTIALS, appId))
                .filter(row -> organizationId.equals(row.organizationId()))
                .filter(row -> "active".equals(row.values().get("status")));
    }
}
