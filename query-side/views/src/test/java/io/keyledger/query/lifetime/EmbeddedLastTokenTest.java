package io.keyledger.query.lifetime;

import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;

class EmbeddedLastTokenTest extends LastTokenContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
