package io.keyledger.query.app;

import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;

class EmbeddedUnusedAppsTest extends UnusedAppsContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
