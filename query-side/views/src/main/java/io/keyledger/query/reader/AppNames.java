package io.keyledger.query.reader;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.keyledger.http.resources.Resources;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewsDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Looks up the present names of apps, for views whose rows show them. */
public final class AppNames {
    private static final String NAME = "name";

    private final ViewsDatabase views;

    public AppNames(ViewsDatabase views) {
        this.views = views;
    }

    /** The names by id, of the apps that exist. */
    public Map<String, String> of(Collection<String> apps) {
        var names = new HashMap<String, String>();
        views.collection(Tables.of(Resources.API_CREDENTIALS))
                .find(Filters.in(StoredRow.ID, Set.copyOf(apps)))
                .projection(Projections.include(NAME))
                .forEach(app -> names.put(app.getString(StoredRow.ID), app.getString(NAME)));
        return names;
    }
}
