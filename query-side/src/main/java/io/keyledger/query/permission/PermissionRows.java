package io.keyledger.query.permission;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.ReplaceOptions;
import io.keyledger.kernel.Id;
import io.keyledger.kernel.permission.ApiPermission;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.kernel.web.Resources;
import io.keyledger.query.support.StoredRow;
import io.keyledger.query.support.Tables;
import io.keyledger.query.support.ViewsDatabase;
import org.bson.Document;

/** Puts the catalogue among the views at every start, so that it is listed, filtered and sorted as all else is. */
final class PermissionRows {
    private final ViewsDatabase views;

    PermissionRows(ViewsDatabase views) {
        this.views = views;
    }

    void replace(ApiPermissions catalogue) {
        var rows = views.collection(Tables.of(Resources.API_PERMISSIONS));
        var ids = catalogue.all().stream().map(PermissionRows::id).toList();
        rows.deleteMany(nin(StoredRow.ID, ids));
        for (var permission : catalogue.all()) {
            var row = row(permission);
            rows.replaceOne(eq(StoredRow.ID, id(permission)), row, new ReplaceOptions().upsert(true));
        }
    }

    private static String id(ApiPermission permission) {
        return Id.derivedFrom("api_permissions/" + permission.name());
    }

    /** The version follows from the content: it is another one when an operator changes the table. */
    private static Document row(ApiPermission permission) {
        return new Document(StoredRow.ID, id(permission))
                .append(StoredRow.SEQUENCE, Integer.toUnsignedLong(permission.hashCode()))
                .append("name", permission.name())
                .append("description", permission.description())
                .append("subject", permission.subject());
    }
}
