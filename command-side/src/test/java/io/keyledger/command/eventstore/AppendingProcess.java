package io.keyledger.command.eventstore;

import io.keyledger.kernel.StartRefused;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Appends units of work from several threads until it is killed, and prints the stream of each when it is acknowledged. */
final class AppendingProcess {
    /** Events in each unit of work: all or none of them must be found. */
    static final int UNIT = 3;

    /** How an acknowledged stream is called, so that neither a log line nor a torn one is taken for it. */
    static final Pattern NAME = Pattern.compile("unit-\\w+-\\d+-\\d+;");

    private static final int THREADS = 4;

    private AppendingProcess() {}

    public static void main(String[] arguments) throws Exception {
        try (var store = TestStore.sqlite(Path.of(arguments[0]));
                var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                var name = "unit-" + arguments[1] + "-" + thread + "-";
                threads.execute(() -> append(store, name));
            }
        } catch (StartRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static void append(TestStore store, String name) {
        for (int unit = 0; ; unit++) {
            var id = name + unit + ";";
            store.events.appendEvents(Events.stream(id, UNIT));
            System.out.println(id);
        }
    }
}
