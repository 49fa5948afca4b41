package io.keyledger.query.organization;

import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OrganizationViews {

    @Bean
    Changes organizationChanges(@Value("${keyledger.domain:keyledger.localhost}") String domain) {
        return new OrganizationChanges(domain);
    }

    @Bean
    View organizations(Changes organizationChanges) {
        var rows = ViewCollection.ofRows(Tables.of(OrganizationChanges.TYPE), "slug");
        return new View(
                "organizations",
                2,
                List.of(rows),
                new RowProjection(List.of(OrganizationChanges.TYPE), organizationChanges));
    }
}
