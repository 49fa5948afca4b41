package io.keyledger.query.audit;

import io.keyledger.view.follow.TestViews;
import java.nio.file.Path;

class EmbeddedAuditLogTest extends AuditLogContract {
    @Override
    TestViews open(Path directory) {
        return TestViews.embedded(directory, TestViews.eventStore());
    }
}
