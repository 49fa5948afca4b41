package io.keyledger.query.reader;

import io.keyledger.view.follow.Histories;
import io.keyledger.view.follow.RowProjection;
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

    @Bean
    Past past(EventStore events, ObjectProvider<RowProjection> projections, RowDecorators shown, Clock clock) {
        return new Past(new Histories(events), projections.orderedStream().toList(), shown, clock);
    }
}
