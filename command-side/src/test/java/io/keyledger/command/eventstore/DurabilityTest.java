package io.keyledger.command.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that writes is killed at 20 arbitrary moments: what it had acknowledged is there, and nothing is half there. */
class DurabilityTest {
    private static final int KILLS = 20;
    private static final int LONGEST_LIFE_MILLISECONDS = 400;

    @TempDir
    Path directory;

    @Test
    void keepsEveryAcknowledgedWriteThroughAKill() throws Exception {
        var acknowledged = new ArrayList<String>();
        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(writeUntilKilled("run" + kill));
        }

        assertThat(acknowledged).hasSizeGreaterThan(KILLS);
        try (var store = TestStore.sqlite(directory)) {
            assertThat(acknowledged)
                    .allSatisfy(id -> assertThat(length(store, id)).isEqualTo(AppendingProcess.UNIT));
            assertThat(store.events.readEvents(null, false).count() % AppendingProcess.UNIT)
                    .isZero();
        }
    }

    @Test
    void isRefusedToASecondProcessInOneLine() throws Exception {
        var first = start("first");
        try (var output = first.inputReader()) {
            awaitFirstWrite(output);

            var second = start("second");
            var said = second.errorReader().lines().toList();

            assertThat(second.waitFor()).isNotZero();
            assertThat(said).singleElement().asString().contains(directory.toString(), Long.toString(first.pid()));
        } finally {
            first.destroyForcibly().waitFor();
        }
    }

    private List<String> writeUntilKilled(String name) throws IOException, InterruptedException {
        var process = start(name);
        try (var output = process.inputReader()) {
            awaitFirstWrite(output);
            Thread.sleep(RandomGenerator.getDefault().nextInt(LONGEST_LIFE_MILLISECONDS));
            process.toHandle().destroyForcibly(); // the process itself would close its output, too
            process.waitFor();
            return output.lines().filter(DurabilityTest::isAcknowledgement).toList();
        }
    }

    private static void awaitFirstWrite(BufferedReader output) throws IOException {
        var line = output.readLine();
        while (line != null && !isAcknowledgement(line)) {
            line = output.readLine();
        }
        assertThat(line).isNotNull();
    }

    private static boolean isAcknowledgement(String line) {
        return AppendingProcess.NAME.matcher(line).matches();
    }

    private static long length(TestStore store, String id) {
        return store.events
                .readEvents(id)
                .asStream()
                .map(DomainEventMessage::getSequenceNumber)
                .count();
    }

    private Process start(String name) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendingProcess.class.getName(),
                        directory.toString(),
                        name)
                .redirectError(name.equals("second") ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
