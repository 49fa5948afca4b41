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
    AllShown allShown(ViewsDatabase views, ObjectProvider<Shown> shown) {
        return new AllShown(Stream.concat(shown.orderedStream(), LastUsed.ofAll(new LastUses(views)))
                .toList());
    }

    @Bean
    Reader reader(
            ViewsDatabase views,
            AllShown shown,
            ObjectProvider<Answerer> answerers,
            ObjectProvider<Presence> present,
            Clock clock) {
        return new Reader(
                views,
                new Rows(views, shown, clock),
                new AllAnswerers(answerers.orderedStream().toList(), clock),
                new AllPresent(present.orderedStream().toList(), clock));
    }

    @Bean
    Past past(EventStore events, ObjectProvider<RowProjection> projections, AllShown shown, Clock clock) {
        return new Past(new Histories(events), projections.orderedStream().toList(), shown, clock);
    }
}
