package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A server of its own process and data directory, started as an operator would. */
final class RunningServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final HttpClient PROBE =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Path directory;
    private final int port;
    private final int operatorPort;
    private final List<String> settings;
    private @Nullable Process process;
    private int probes;

    private RunningServer(Path directory, int operatorPort, List<String> settings) {
        this.directory = directory;
        this.port = freePort();
        this.operatorPort = operatorPort;
        this.settings = settings;
    }

    /** A fresh server with the given settings, ready to answer. */
    static RunningServer start(String... settings) {
        return start(temporaryDirectory(), 0, List.of(settings));
    }

    /** The same with a port for its operator. */
    static RunningServer startWithOperator(String... settings) {
        return startWithOperator(temporaryDirectory(), settings);
    }

    /** The same with a port for its operator, in that directory, which is deleted when it is closed. */
    static RunningServer startWithOperator(Path directory, String... settings) {
        var port = freePort();
        var all = new ArrayList<>(List.of(settings));
        all.add("--management.server.port=" + port);
        return start(directory, port, all);
    }

    private static RunningServer start(Path directory, int operatorPort, List<String> settings) {
        var server = new RunningServer(directory, operatorPort, settings);
        server.boot();
        return server;
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("keyledger-acceptance");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts again on the same data directory and port; answers when ready. */
    void boot() {
        try {
            process = new ProcessBuilder(command())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as a power cut would. */
    void kill() {
        running().destroyForcibly();
        awaitEnd();
    }

    /** Asks the process to end, and waits until it has. */
    void stop() {
        running().destroy();
        awaitEnd();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
        Directories.delete(directory);
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** An address on the operator's port. */
    URI operatorUri(String path) {
        return URI.create("http://localhost:" + operatorPort + path);
    }

    /** Where the server was started: its data directory is {@code data} in it. */
    Path home() {
        return directory;
    }

    Path dataDir() {
        return directory.resolve("data");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    long pid() {
        return running().pid();
    }

    /** What the first start wrote for its owner. */
    JsonNode bootstrap() {
        try {
            return Json.read(Files.readString(dataDir().resolve("bootstrap.json"), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command line an operator would type. */
    List<String> command() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(FastStart.options());
        command.addAll(List.of("--server.port=" + port, "--keyledger.data-dir=" + dataDir()));
        command.addAll(settings);
        return command;
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("not started");
        }
        return process;
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (!running().isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the server did not become ready:\n" + Files.readString(log()));
            }
            pause(Duration.ofMillis(50));
        }
    }

    private boolean isReady() {
        try {
            var request = HttpRequest.newBuilder(uri(operatorPort == 0 ? "/actuator/health/readiness" : "/readyz"))
                    .timeout(Duration.ofSeconds(2))
                    // where proxies are trusted, each is of another sender: no limit of one of them is used up
                    .header("X-Forwarded-For", "9.250." + probes / 256 % 256 + '.' + probes++ % 256)
                    .build();
            return PROBE.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void awaitEnd() {
        try {
            if (!running().waitFor(30, TimeUnit.SECONDS)) {
                running().destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
