package io.keyledger.query.access;

import io.keyledger.view.store.RowBatch;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;

/**
 * Copies the names of users into the rows of their memberships, at the end of every batch. The address in them stays the
 * one that the organization invited: what a user says of himself decides nothing.
 */
final class MemberNames implements Consumer<Map<String, RowBatch>> {
    private static final String USER_ID = "user_id";

    @Override
    public void accept(Map<String, RowBatch> rows) {
        var users = Objects.requireNonNull(rows.get(UserChanges.TYPE));
        var memberships = Objects.requireNonNull(rows.get(MembershipChanges.TYPE));
        memberships.loadBy(
                USER_ID,
                users.rows(user -> true).map(user -> user.getString("_id")).collect(Collectors.toSet()));
        var active = memberships.rows(row -> row.getString(USER_ID) != null).toList();
        users.load(active.stream().map(row -> row.getString(USER_ID)).collect(Collectors.toSet()));
        for (var membership : active) {
            var user = users.get(membership.getString(USER_ID));
            if (user != null) {
                memberships.put(named(membership, user));
            }
        }
    }

    private static Document named(Document membership, Document user) {
        var row = new Document(membership);
        row.put("user_first_name", user.get(UserChanges.FIRST_NAME));
        row.put("user_last_name", user.get(UserChanges.LAST_NAME));
        return row;
    }
}
