package io.keyledger.query.permission;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.Id;
import io.keyledger.kernel.permission.ApiPermission;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewsDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import org.bson.Document;

/** Stores the permission catalogue among the views, so that it is listed, filtered and sorted like other resources. */
final class PermissionRows {
    private static final ReplaceOptions OR_INSERT = new ReplaceOptions().upsert(true);

    private final ViewsDatabase views;

    PermissionRows(ViewsDatabase views) {
        this.views = views;
    }

    /** Replaces the rows by those of this catalogue; returns how many it wrote or removed, 0 at most starts. */
    int replace(ApiPermissions catalogue) {
        var rows = views.collection(Tables.of(Resources.API_PERMISSIONS));
        var stored = new HashMap<String, Document>();
        rows.find().forEach(row -> stored.put(row.getString(StoredRow.ID), row));
        var changes = new ArrayList<WriteModel<Document>>();
        for (var permission : catalogue.all()) {
            var row = row(permission);
            if (!row.equals(stored.remove(id(permission)))) {
                changes.add(new ReplaceOneModel<>(eq(StoredRow.ID, id(permission)), row, OR_INSERT));
            }
        }
        stored.keySet().forEach(id -> changes.add(new DeleteOneModel<>(eq(StoredRow.ID, id))));
        if (!changes.isEmpty()) {
            rows.bulkWrite(changes);
        }
        return changes.size();
    }

    private static String id(ApiPermission permission) {
        return Id.derivedFrom("api_permissions/" + permission.name());
    }

    /** The version is a hash of the content: it changes when an operator changes the table. */
    private static Document row(ApiPermission permission) {
        return new Document(StoredRow.ID, id(permission))
                .append(StoredRow.SEQUENCE, Integer.toUnsignedLong(permission.hashCode()))
                .append("name", permission.name())
                .append("description", permission.description())
                .append("subject", permission.subject());
    }
}
