package io.keyledger.query.app;

import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.ComputedFilter;
import io.keyledger.query.reader.RowDecorator;
import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Changes;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AppViews {

    @Bean
    Changes appChanges(ObjectProvider<Kinds> kinds) {
        return new AppChanges(kinds.getIfAvailable(Kinds::shipped));
    }

    @Bean
    Changes secretChanges() {
        return new SecretChanges();
    }

    @Bean
    Changes certificateChanges() {
        return new CertificateChanges();
    }

    @Bean
    UsesOfApps usesOfApps(ViewsDatabase views) {
        return new UsesOfApps(views);
    }

    @Bean
    ComputedFilter unusedApps() {
        return new UnusedAppsFilter();
    }

    @Bean
    RowDecorator certificateStatus() {
        return new CertificateStatusDecorator();
    }

    @Bean
    RowDecorator liveSecret() {
        return new LiveSecretDecorator(Resources.API_CREDENTIALS);
    }

    @Bean
    RowDecorator secretStatus() {
        return new SecretStatusDecorator();
    }

    /**
     * Parts before apps: the parts of a deleted app are found by the app's row, which is written last so that a
     * repeated batch finds them again.
     */
    @Bean
    RowProjection appRows(
            Changes appChanges, Changes secretChanges, Changes certificateChanges, UsesOfApps usesOfApps) {
        return new RowProjection(
                List.of(SecretChanges.TYPE, CertificateChanges.TYPE, AppChanges.TYPE),
                Changes.together(appChanges, secretChanges, certificateChanges),
                new SecretsOfApps().andThen(new CertificatesOfApps()),
                usesOfApps);
    }

    @Bean
    View apps(RowProjection appRows) {
        var collections = List.of(
                ViewCollection.ofRows(Tables.of(AppChanges.TYPE), "client_id", "role_id", "user_id")
                        .andLists("customer_ids", "customer_group_ids"),
                ViewCollection.ofRows(Tables.of(SecretChanges.TYPE), SecretChanges.APP),
                ViewCollection.ofRows(Tables.of(CertificateChanges.TYPE), CertificateChanges.APP));
        return new View("apps", 7, collections, appRows);
    }
}
