package io.keyledger.query.audit;

import io.keyledger.query.support.Changes;
import io.keyledger.query.support.ViewCollection;
import io.keyledger.query.support.ViewGroup;
import io.keyledger.query.support.ViewsDatabase;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VersionViews {

    @Bean
    ViewGroup versions(ViewsDatabase views, ObjectProvider<Changes> changes) {
        var collections = List.of(
                ViewCollection.ofRows(VersionsProjection.VERSIONS, "resource_id"),
                new ViewCollection(VersionsProjection.STATES, List.of()));
        return new ViewGroup(
                "versions",
                1,
                collections,
                new VersionsProjection(views, changes.orderedStream().toList()));
    }
}
