package io.keyledger.query.reader;

import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;

class EmbeddedPredicatesTest extends PredicatesContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
