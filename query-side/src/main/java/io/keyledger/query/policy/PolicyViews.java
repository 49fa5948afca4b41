package io.keyledger.query.policy;

import io.keyledger.query.support.Changes;
import io.keyledger.query.support.RowProjection;
import io.keyledger.query.support.Tables;
import io.keyledger.query.support.ViewCollection;
import io.keyledger.query.support.ViewGroup;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PolicyViews {
    @Bean
    Changes policyChanges() {
        return new PolicyChanges();
    }

    @Bean
    ViewGroup policies(Changes policyChanges) {
        var rows = ViewCollection.ofRows(Tables.of(PolicyChanges.TYPE));
        return new ViewGroup(
                "policies", 1, List.of(rows), new RowProjection(List.of(PolicyChanges.TYPE), policyChanges));
    }
}
