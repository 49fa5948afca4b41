package io.keyledger.query.lifetime;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.query.reader.Shown;
import io.keyledger.query.support.LastUses;
import io.keyledger.query.support.RowProjection;
import io.keyledger.query.support.Tables;
import io.keyledger.query.support.View;
import io.keyledger.query.support.ViewCollection;
import io.keyledger.query.support.ViewsDatabase;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LifetimeSettings.class)
class LifetimeViews {
    @Bean
    Shown lifetimeBounds(ObjectProvider<Kinds> kinds, ViewsDatabase views, LifetimeSettings settings) {
        return new LifetimeBounds(kinds.getIfAvailable(Kinds::shipped), new LastUses(views), settings);
    }

    /** History before apps: what an app's end takes away is found by its row, so that one is the last to go. */
    @Bean
    View lifetimes() {
        var collections = List.of(
                ViewCollection.ofRows(Tables.of(LifetimeChanges.LIFETIMES)),
                ViewCollection.ofRows(Tables.of(LifetimeChanges.HISTORY), LifetimeChanges.LIFETIME_ID));
        var rows = new RowProjection(
                List.of(LifetimeChanges.HISTORY, LifetimeChanges.LIFETIMES),
                new LifetimeChanges(),
                new HistoryOfApps());
        return new View("lifetimes", 1, collections, rows);
    }
}
