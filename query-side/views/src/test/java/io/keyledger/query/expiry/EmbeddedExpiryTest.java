package io.keyledger.query.expiry;

import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;

class EmbeddedExpiryTest extends ExpiryContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
