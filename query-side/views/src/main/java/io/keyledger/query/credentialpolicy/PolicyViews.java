package io.keyledger.query.credentialpolicy;

import com.mongodb.client.model.Indexes;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.credentialpolicy.PolicyViolations;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.AppNames;
import io.keyledger.query.reader.ComputedFilter;
import io.keyledger.query.reader.ExtraCondition;
import io.keyledger.query.reader.RowDecorator;
import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyViews {
    static final String FACTS = Tables.of(Resources.POLICY_VIOLATIONS);

    @Bean
    Changes policyChanges() {
        return PolicyChanges.all();
    }

    @Bean
    View policies(Changes policyChanges) {
        var rows = ViewCollection.ofRows(Tables.of(PolicyChanges.TYPE));
        return new View("policies", 1, List.of(rows), new RowProjection(List.of(PolicyChanges.TYPE), policyChanges));
    }

    @Bean
    FactUses factUses(ViewsDatabase views) {
        return new FactUses(views);
    }

    /** Indexes for the limit of each rule, and for removing the rows of an app. */
    @Bean
    View policyFacts(ViewsDatabase views, ObjectProvider<Kinds> kinds) {
        var rows = new ViewCollection(
                FACTS,
                List.of(
                        Indexes.ascending(StoredRow.ORGANIZATION, FactRow.RULE, FactRow.MEASURE),
                        Indexes.ascending(StoredRow.ORGANIZATION, FactRow.RULE, FactRow.UNUSED_SINCE),
                        Indexes.ascending(FactRow.APP)));
        var projection = new FactProjection(kinds.getIfAvailable(Kinds::shipped), new LastUses(views));
        return new View("policy-facts", 1, List.of(rows), projection);
    }

    @Bean
    ExtraCondition presentViolations(ViewsDatabase views) {
        return new ViolationCondition(new PoliciesInForce(views));
    }

    @Bean
    RowDecorator shownViolation(ViewsDatabase views) {
        return new ViolationDecorator(new PoliciesInForce(views), new AppNames(views), new LastUses(views));
    }

    @Bean
    ComputedFilter violationFilter() {
        return new ViolationFilter();
    }

    @Bean
    PolicyViolations countedViolations(ViewsDatabase views, Clock clock) {
        return new CountedViolations(views, clock);
    }
}
