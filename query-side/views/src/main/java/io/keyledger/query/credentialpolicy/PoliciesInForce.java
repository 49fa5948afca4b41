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

/** Reads the policies from their view. */
final class PoliciesInForce {
    private final ViewsDatabase views;

    PoliciesInForce(ViewsDatabase views) {
        this.views = views;
    }

    /** The policies by organization; the default for an organization that has not set one. */
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
