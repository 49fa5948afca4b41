package io.keyledger.query.lifetime;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.RowDecorator;
import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import java.util.List;
import org.bson.Document;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LifetimeSettings.class)
class LifetimeViews {
    @Bean
    RowDecorator lifetimeBounds(ObjectProvider<Kinds> kinds, ViewsDatabase views, LifetimeSettings settings) {
        return new LifetimeDecorator(kinds.getIfAvailable(Kinds::shipped), new LiveTokens(views), settings);
    }

    /**
     * History and credentials before apps: those of a deleted app are found by the app's row, which is written last so that a
     * repeated batch finds them again.
     */
    @Bean
    View lifetimes() {
        var collections = List.of(
                ViewCollection.ofRows(Tables.of(LifetimeChanges.LIFETIMES)),
                ViewCollection.ofRows(Tables.of(LifetimeChanges.HISTORY), LifetimeChanges.LIFETIME_ID),
                new ViewCollection(
                        Tables.of(LifetimeChanges.CREDENTIALS), List.of(new Document(LifetimeChanges.LIFETIME_ID, 1))));
        var rows = new RowProjection(
                List.of(LifetimeChanges.HISTORY, LifetimeChanges.CREDENTIALS, LifetimeChanges.LIFETIMES),
                new LifetimeChanges(),
                new HistoryOfApps());
        return new View("lifetimes", 2, collections, rows);
    }
}
