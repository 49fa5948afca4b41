package io.keyledger.query.expiry;

import com.mongodb.client.model.Indexes;
import io.keyledger.http.resources.Resources;
import io.keyledger.query.reader.AppNames;
import io.keyledger.query.reader.ComputedFilter;
import io.keyledger.query.reader.RowDecorator;
import io.keyledger.view.follow.View;
import io.keyledger.view.row.StoredRow;
import io.keyledger.view.row.Tables;
import io.keyledger.view.store.ViewCollection;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ExpiryViews {
    static final String COLLECTION = Tables.of(Resources.SECRET_EXPIRIES);

    @Bean
    ExpiryUses expiryUses(ViewsDatabase views) {
        return new ExpiryUses(views);
    }

    @Bean
    RowDecorator shownExpiry(ViewsDatabase views) {
        return new ExpiryDecorator(new AppNames(views));
    }

    @Bean
    ComputedFilter expiryFilter() {
        return new ExpiryFilter();
    }

    /** Indexes for the default order, for each computed filter, and for removing rows by app and by expiry. */
    @Bean
    View expiries(ViewsDatabase views) {
        var rows = new ViewCollection(
                COLLECTION,
                List.of(
                        Indexes.ascending(StoredRow.ORGANIZATION, ExpiryRow.EXPIRES_AT, StoredRow.ID),
                        Indexes.ascending(
                                StoredRow.ORGANIZATION,
                                ExpiryRow.RETIRING,
                                ExpiryRow.EXPIRING_FROM,
                                ExpiryRow.EXPIRES_AT),
                        Indexes.ascending(StoredRow.ORGANIZATION, ExpiryRow.UNUSED_SINCE),
                        Indexes.ascending(ExpiryRow.APP),
                        Indexes.ascending(ExpiryRow.EXPIRES_AT)));
        var notices = new ViewCollection(NoticeProjector.COLLECTION, List.of());
        return new View("expiries", 2, List.of(rows, notices), new ExpiryProjection(new LastUses(views)));
    }
}
