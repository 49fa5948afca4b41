package io.keyledger.query.reader;

import io.keyledger.query.support.TestViews;
import java.nio.file.Path;

class EmbeddedPredicatesTest extends PredicatesContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
