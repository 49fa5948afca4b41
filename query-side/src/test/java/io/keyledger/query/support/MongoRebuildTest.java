package io.keyledger.query.support;

import java.nio.file.Path;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "io.keyledger.query.support.RealMongo#isThere", disabledReason = RealMongo.MISSING)
class MongoRebuildTest extends RebuildContract {
    @Override
    TestViews open(Path directory, EventStore events) {
        return TestViews.on(RealMongo.uri(), directory, events);
    }
}
