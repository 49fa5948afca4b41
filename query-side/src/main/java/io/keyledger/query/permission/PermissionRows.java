package io.keyledger.query.permission;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nin;

import com.mongodb.client.model.ReplaceOptions;
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
        var names = catalogue.all().stream().map(ApiPermission::name).toList();
        rows.deleteMany(nin(StoredRow.ID, names));
        for (var permission : catalogue.all()) {
            var row = row(permission);
            rows.replaceOne(eq(StoredRow.ID, permission.name()), row, new ReplaceOptions().upsert(true));
        }
    }

    /** The version follows from the content: it is another one when an operator changes the table. */
    private static Document row(ApiPermission permission) {
        return new Document(StoredRow.ID, permission.name())
                .append(StoredRow.SEQUENCE, Integer.toUnsignedLong(permission.hashCode()))
                .append("name", permission.name())
                .append("description", permission.description())
                .append("subject", permission.subject());
    }
}
