package io.keyledger.query.reader;

import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;

class EmbeddedReaderTest extends ReaderContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
