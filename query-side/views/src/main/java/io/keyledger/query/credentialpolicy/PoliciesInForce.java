package io.keyledger.query.credentialpolicy;

import com.mongodb.client.model.Filters;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.PolicyAttributes;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewsDatabase;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The policies as the view has them. */
final class PoliciesInForce {
    private final ViewsDatabase views;

    PoliciesInForce(ViewsDatabase views) {
        this.views = views;
    }

    /** Those of the organizations, by id; the default of one that has said nothing yet. */
    Map<String, CredentialPolicy> of(Collection<String> organizations) {
        var policies = new HashMap<String, CredentialPolicy>();
        organizations.forEach(id -> policies.put(id, CredentialPolicy.DEFAULT));
        views.collection(Tables.of(Resources.CREDENTIAL_POLICIES))
                .find(Filters.in(StoredRow.ID, policies.keySet()))
                .forEach(row -> {
                    var id = row.getString(StoredRow.ID);
                    policies.put(id, PolicyAttributes.policy(id, row));
                });
        return policies;
    }
}
