package io.keyledger.query.reader;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.nor;

import com.mongodb.client.model.Filters;
import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Readers;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.view.row.StoredRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What a caller sees: rows of the organizations in which they may read the resource; of users, only their own. */
record Visibility(Caller caller) {
    /** The condition on the rows of the resource that the caller sees. */
    Bson of(ResourceType type) {
        return switch (type.readers()) {
            case BY_PERMISSION -> in(StoredRow.ORGANIZATION, organizations(type));
            case ITSELF -> in(StoredRow.ID, self());
            case OF_WHAT_IT_TELLS -> ofVersions();
            case ALL -> Filters.empty();
        };
    }

    /** The organizations whose rows of the resource the caller sees. */
    Set<String> organizations(ResourceType type) {
        return caller.readable(type.subject());
    }

    /** Versions are visible where their resource is. A caller who may read everything gets a single condition. */
    private Bson ofVersions() {
        var readable = new HashMap<String, Set<String>>();
        Resources.all().stream()
                .filter(Visibility::isGuarded)
                .forEach(type -> readable.computeIfAbsent(type.keptAs(), name -> new HashSet<>())
                        .addAll(caller.readable(type.subject())));
        var organizations = new HashSet<String>();
        readable.values().forEach(organizations::addAll);
        var conditions = new ArrayList<Bson>();
        conditions.add(in(
                StoredRow.SEEN_BY,
                Stream.concat(organizations.stream(), self().stream()).toList()));
        readable.forEach((type, some) -> {
            var hidden =
                    organizations.stream().filter(one -> !some.contains(one)).toList();
            if (!hidden.isEmpty()) {
                conditions.add(nor(and(eq("resource_type", type), in(StoredRow.SEEN_BY, hidden))));
            }
        });
        return and(conditions);
    }

    /** Whether reading it takes a permission in the organization. */
    private static boolean isGuarded(ResourceType type) {
        return type.readers() == Readers.BY_PERMISSION;
    }

    private Set<String> self() {
        return caller.isUser() ? Set.of(caller.actorId()) : Set.of();
    }

    /** Refuses the list of a resource that the caller may read in no organization. */
    void requireSome(ResourceType type) {
        if (isGuarded(type) && caller.readable(type.subject()).isEmpty()) {
            throw forbidden(type);
        }
    }

    /** The row, if it exists for the caller; refused where they may not read the resource. */
    Row require(ResourceType type, @Nullable Row row) {
        if (row == null || !exists(type, row)) {
            throw notFound();
        }
        if (!mayRead(type, row)) {
            throw forbidden(type);
        }
        return row;
    }

    /** Whether the caller may read the row. */
    boolean sees(ResourceType type, Row row) {
        return exists(type, row) && mayRead(type, row);
    }

    private boolean exists(ResourceType type, Row row) {
        return switch (type.readers()) {
            case BY_PERMISSION, OF_WHAT_IT_TELLS ->
                row.organizationId() == null ? isOwnHistory(row) : caller.in(row.organizationId()) != null;
            case ITSELF -> self().contains(row.id());
            case ALL -> true;
        };
    }

    private boolean mayRead(ResourceType type, Row row) {
        var organization = row.organizationId();
        if (organization == null || type.readers() == Readers.ITSELF) {
            return true;
        }
        var shown = type.readers() == Readers.OF_WHAT_IT_TELLS ? whoseHistory(row) : List.of(type);
        return shown.stream().anyMatch(one -> caller.may(Operation.READ, one.subject(), organization));
    }

    private static List<ResourceType> whoseHistory(Row version) {
        return Resources.faces(String.valueOf(version.values().get("resource_type")));
    }

    private boolean isOwnHistory(Row version) {
        return whoseHistory(version).stream().anyMatch(type -> type.readers() == Readers.ITSELF)
                && self().contains(String.valueOf(version.values().get("resource_id")));
    }

    static RuleViolation notFound() {
        return new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "there is no such resource"));
    }

    private static RuleViolation forbidden(ResourceType type) {
        return new RuleViolation(new Refusal(ErrorCode.FORBIDDEN, "you may not read " + type.name()));
    }
}
