package io.keyledger.standalone;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;

/** A PostgreSQL server that can be stopped, and started again with what it had. */
final class Postgres implements AutoCloseable {
    private final Path directory;
    private final int port;
    private EmbeddedPostgres server;

    Postgres(Path directory) throws IOException {
        this.directory = directory;
        this.port = RunningLedger.freePort();
        this.server = run();
    }

    String[] settings() {
        return new String[] {
            "--keyledger.events.store=postgresql",
            "--keyledger.events.url=" + url(),
            "--keyledger.events.username=postgres",
            "--keyledger.events.password=postgres"
        };
    }

    /** JDBC address of the database. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    void stop() throws IOException {
        server.close();
    }

    void start() throws IOException {
        server = run();
    }

    private EmbeddedPostgres run() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
