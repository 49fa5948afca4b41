package io.keyledger.query.reader;

import io.keyledger.view.follow.Histories;
import io.keyledger.view.follow.RowProjection;
import io.keyledger.view.follow.View;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import java.time.Clock;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReaderConfiguration {

    @Bean
    RowDecorators rowDecorators(ViewsDatabase views, ObjectProvider<RowDecorator> shown) {
        return new RowDecorators(Stream.concat(shown.orderedStream(), LastUseDecorator.ofAll(new LastUses(views)))
                .toList());
    }

    @Bean
    Reader reader(
            ViewsDatabase views,
            RowDecorators shown,
            ObjectProvider<ComputedFilter> computedFilters,
            ObjectProvider<ExtraCondition> extraConditions,
            Clock clock) {
        return new Reader(
                views,
                new Rows(views, shown, clock),
                new ComputedFilters(computedFilters.orderedStream().toList(), clock),
                new ExtraConditions(extraConditions.orderedStream().toList(), clock));
    }

    /** Of every view, so that no resource with rows is missing. */
    @Bean
    Past past(EventStore events, ObjectProvider<View> views, RowDecorators shown, Clock clock) {
        var projections = views.orderedStream()
                .map(View::projection)
                .filter(RowProjection.class::isInstance)
                .map(RowProjection.class::cast)
                .toList();
        return new Past(new Histories(events), projections, shown, clock);
    }
}
