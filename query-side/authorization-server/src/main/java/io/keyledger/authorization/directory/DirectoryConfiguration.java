package io.keyledger.authorization.directory;

import io.keyledger.kernel.kind.Kinds;
import io.keyledger.view.follow.FollowerFailures;
import io.keyledger.view.follow.Progress;
import io.keyledger.view.follow.View;
import io.keyledger.view.store.Positions;
import io.keyledger.view.store.ViewsDatabase;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class DirectoryConfiguration {
    @Bean
    Directory directory(Clock clock, Kinds kinds) {
        return new Directory(clock, kinds);
    }

    @Bean
    DirectoryView directoryView(JsonMapper json, Clock clock) {
        return new DirectoryView(json, clock);
    }

    @Bean
    View directoryOfApps(DirectoryView view) {
        return view.view();
    }

    @Bean
    DirectoryFollower directoryFollower(
            Directory directory,
            DirectoryView view,
            ViewsDatabase views,
            Positions positions,
            EventStore events,
            Progress progress,
            FollowerFailures failures) {
        return new DirectoryFollower(directory, view, views, positions, events, progress, failures);
    }
}
