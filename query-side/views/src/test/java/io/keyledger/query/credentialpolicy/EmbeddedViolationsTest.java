package io.keyledger.query.credentialpolicy;

import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;

class EmbeddedViolationsTest extends ViolationsContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
