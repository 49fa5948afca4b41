package io.keyledger.query.rebuild;

import io.keyledger.view.follow.RealMongo;
import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "io.keyledger.view.follow.RealMongo#isThere", disabledReason = RealMongo.MISSING)
class MongoRebuildTest extends RebuildContract {
    @Override
    TestViews open(Path directory, EventStore events) {
        return TestViews.on(RealMongo.uri(), directory, events);
    }
}
