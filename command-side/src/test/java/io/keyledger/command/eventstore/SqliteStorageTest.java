package io.keyledger.command.eventstore;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStorageTest extends EventStorageContract {
    @TempDir
    Path directory;

    @Override
    TestStore open() throws Exception {
        return TestStore.sqlite(directory);
    }
}
