package io.keyledger.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code ./keyledger build} prepares beside the jar: it starts in half the time, and it is what users start. */
final class FastStart {
    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Path RUN = ROOT.resolve(Path.of("deploy", "standalone", "target", "run"));
    private static final List<String> OPTIONS = prepared();

    private FastStart() {}

    /** What stands on the command line between the JVM's other options and those of the service. */
    static List<String> options() {
        return OPTIONS;
    }

    private static List<String> prepared() {
        build();
        var options = new ArrayList<String>();
        var cache = RUN.resolve("keyledger.aot");
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
        }
        options.addAll(List.of("-jar", RUN.resolve("keyledger.jar").toString()));
        return List.copyOf(options);
    }

    private static void build() {
        var log = RUN.resolveSibling("build.log");
        try {
            var building = new ProcessBuilder(ROOT.resolve("keyledger").toString(), "build")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            building.environment().put("JAVA_HOME", System.getProperty("java.home"));
            if (building.start().waitFor() != 0) {
                throw new IllegalStateException("the fast start could not be prepared, see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
