package io.keyledger.query.lifetime;

import io.keyledger.view.follow.RealMongo;
import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(value = "io.keyledger.view.follow.RealMongo#isThere", disabledReason = RealMongo.MISSING)
class MongoLastTokenTest extends LastTokenContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.on(RealMongo.uri(), directory, TestViews.eventStore());
    }
}
