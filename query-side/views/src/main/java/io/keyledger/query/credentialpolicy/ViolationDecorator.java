package io.keyledger.query.credentialpolicy;

import io.keyledger.http.answer.Row;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.query.reader.AppNames;
import io.keyledger.query.reader.RowDecorator;
import io.keyledger.view.use.LastUses;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds the limit of the present policy, the app's present name and the last use. */
final class ViolationDecorator implements RowDecorator {
    private final PoliciesInForce policies;
    private final AppNames names;
    private final LastUses uses;

    ViolationDecorator(PoliciesInForce policies, AppNames names, LastUses uses) {
        this.policies = policies;
        this.names = names;
        this.uses = uses;
    }

    @Override
    public ResourceType type() {
        return Resources.POLICY_VIOLATIONS;
    }

    @Override
    public Row at(Instant now, Row row) {
        return at(now, List.of(row)).getFirst();
    }

    @Override
    public List<Row> at(Instant now, List<Row> rows) {
        var policyOf =
                policies.of(rows.stream().map(ViolationDecorator::organization).toList());
        var nameOf = names.of(rows.stream().map(ViolationDecorator::app).toList());
        var useOf = uses.of(rows.stream().map(ViolationDecorator::subject).toList());
        return rows.stream()
                .map(row -> {
                    var values = limited(row, Objects.requireNonNull(policyOf.get(organization(row))), now);
                    var use = useOf.get(subject(row));
                    values.put("app_name", nameOf.get(app(row)));
                    values.put("last_used_at", use == null ? null : use.at());
                    return new Row(row.id(), row.organizationId(), row.version(), values);
                })
                .toList();
    }

    private static Map<String, @Nullable Object> limited(Row row, CredentialPolicy policy, Instant now) {
        var values = new HashMap<>(row.values());
        var word = String.valueOf(values.get(FactRow.RULE));
        var rule = word.equals(PolicyRule.UNUSED_AFTER) ? null : PolicyRule.of(word);
        values.put("code", rule == null ? null : rule.code().name());
        values.put("limit", rule == null ? String.valueOf(policy.unusedAfter()) : rule.limitText(policy));
        if (rule == PolicyRule.MAX_LIVE_SECRETS) {
            values.put(FactRow.MEASURE, LiveSecrets.count(values, now));
        }
        return values;
    }

    private static String organization(Row row) {
        return Objects.requireNonNull(row.organizationId());
    }

    private static String app(Row row) {
        return String.valueOf(row.values().get(FactRow.APP));
    }

    /** The id of the credential, or of the app. */
    private static String subject(Row row) {
        return row.values().get(FactRow.CREDENTIAL) instanceof String credential ? credential : app(row);
    }
}
