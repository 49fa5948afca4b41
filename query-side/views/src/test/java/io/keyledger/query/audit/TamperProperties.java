package io.keyledger.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.audit.CheckpointSigner.Verdict;
import io.keyledger.query.rebuild.AllViews;
import io.keyledger.query.rebuild.History;
import io.keyledger.view.follow.TestViews;
import io.keyledger.view.row.ObjectText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** Whatever is done to an export, its check names the first position that is not as it was. */
class TamperProperties {
    private static final int ENTRIES = 12;
    private static final int FIRST_SIGNED = 5;
    private static final String ORGANIZATION = "org";
    private static final TestCheckpointSigner SEAL = new TestCheckpointSigner();

    private static @Nullable Path directory;
    private static List<String> export = List.of();

    /** Line i is the entry at i + 1; the signatures of the fifth and of the last stand at the end. */
    @BeforeContainer
    static void make() throws IOException {
        directory = Files.createTempDirectory("export");
        try (var database = TestViews.embedded(directory.resolve("views"), TestViews.eventStore())) {
            var views = new AllViews(database.database(), "io.keyledger.query.app", "io.keyledger.query.audit");
            views.apply(history().events());
            var log = new AuditLog(database.database(), () -> true);
            var lines = new ArrayList<String>();
            log.read(ORGANIZATION, ENTRIES, entry -> lines.add(ObjectText.write(entry)));
            lines.add(signed(log, FIRST_SIGNED));
            lines.add(signed(log, ENTRIES));
            export = lines;
        }
    }

    @AfterContainer
    static void delete() throws IOException {
        Files.deleteIfExists(directory().resolve("export.ndjson"));
    }

    @Example
    void nothingIsFoundInOneThatIsWhole() throws IOException {
        var finding = check(export);
        assertThat(finding.valid()).as(String.valueOf(finding.reason())).isTrue();
        assertThat(finding.entries()).isEqualTo(ENTRIES);
        assertThat(finding.proven()).isEqualTo(ENTRIES);
    }

    @Property(tries = 300)
    void aChangedByteIsFound(
            @ForAll @IntRange(max = ENTRIES - 1) int line,
            @ForAll int place,
            @ForAll @IntRange(min = 33, max = 126) int c)
            throws IOException {
        var text = new StringBuilder(export.get(line));
        int at = Math.floorMod(place, text.length());
        if (text.charAt(at) == c) {
            return;
        }
        text.setCharAt(at, (char) c);
        assertThat(check(with(line, text.toString())).brokenAt()).isEqualTo(line + 1L);
    }

    /** It may name another organization then, whose finding tells of it. */
    @Property(tries = 500)
    void aChangedByteOfASignatureIsFound(
            @ForAll @IntRange(min = ENTRIES, max = ENTRIES + 1) int line,
            @ForAll int place,
            @ForAll @IntRange(min = 33, max = 126) int c)
            throws IOException {
        var text = new StringBuilder(export.get(line));
        int at = Math.floorMod(place, text.length());
        if (text.charAt(at) == c) {
            return;
        }
        text.setCharAt(at, (char) c);
        var findings = findings(with(line, text.toString()));
        var vouchesForAll = findings.values().stream().allMatch(Finding::valid)
                && Objects.requireNonNull(findings.get(ORGANIZATION)).proven() == ENTRIES;
        assertThat(vouchesForAll && !(line == ENTRIES && hasUnknownKey(text.toString())))
                .isFalse();
    }

    /** Of a key that is published no more nothing can be said: the last signature vouches for what it covers, too. */
    private static boolean hasUnknownKey(String line) {
        var jws = String.valueOf(ObjectText.read(line).get("checkpoint"));
        return Checkpoint.read(jws)
                .filter(checkpoint -> SEAL.check(checkpoint.jws()) == Verdict.UNKNOWN_KEY)
                .isPresent();
    }

    @Property(tries = 30)
    void aMissingEntryIsFound(@ForAll @IntRange(max = ENTRIES - 1) int line) throws IOException {
        var lines = new ArrayList<>(export);
        lines.remove(line);
        assertThat(check(lines).brokenAt()).isEqualTo(line + 1L);
    }

    @Property(tries = 30)
    void aDoubleEntryIsFound(@ForAll @IntRange(max = ENTRIES - 1) int line) throws IOException {
        var lines = new ArrayList<>(export);
        lines.add(line, export.get(line));
        assertThat(check(lines).brokenAt()).isEqualTo(line + 1L);
    }

    @Property(tries = 60)
    void entriesThatHaveChangedPlacesAreFound(
            @ForAll @IntRange(max = ENTRIES - 1) int one, @ForAll @IntRange(max = ENTRIES - 1) int other)
            throws IOException {
        if (one == other) {
            return;
        }
        var lines = new ArrayList<>(export);
        Collections.swap(lines, one, other);
        assertThat(check(lines).brokenAt()).isEqualTo(Math.min(one, other) + 1L);
    }

    @Property(tries = 12)
    void anEndThatIsCutOffIsFound(@ForAll @IntRange(min = 1, max = ENTRIES - 1) int left) throws IOException {
        var lines = new ArrayList<>(export.subList(0, left));
        lines.addAll(export.subList(ENTRIES, export.size()));
        assertThat(check(lines).brokenAt()).isEqualTo(left + 1L);
    }

    /** An attacker who changes an entry and recomputes all hashes does not have the key. */
    @Property(tries = 12)
    void aChainMadeAnewIsFound(@ForAll @IntRange(max = ENTRIES - 1) int line) throws IOException {
        var lines = new ArrayList<>(export);
        String previous = null;
        for (int at = 0; at < ENTRIES; at++) {
            var entry = ObjectText.read(lines.get(at));
            entry.remove(AuditEntry.HASH);
            entry.put(AuditEntry.PREVIOUS, previous);
            if (at == line) {
                entry.put(AuditEntry.IP, "192.0.2.66");
            }
            previous = EntryHash.of(entry);
            entry.put(AuditEntry.HASH, previous);
            lines.set(at, ObjectText.write(entry));
        }
        assertThat(check(lines).brokenAt()).isEqualTo(line < FIRST_SIGNED ? 1L : FIRST_SIGNED + 1L);
    }

    @Example
    void withoutASignatureNothingIsProven() throws IOException {
        assertThat(check(export.subList(0, ENTRIES)).proven()).isZero();
        assertThat(check(export.subList(0, ENTRIES + 1)).proven()).isEqualTo(FIRST_SIGNED);
    }

    private static Finding check(List<String> lines) throws IOException {
        return Objects.requireNonNull(findings(lines).get(ORGANIZATION));
    }

    private static SortedMap<String, Finding> findings(List<String> lines) throws IOException {
        var file = directory().resolve("export.ndjson");
        Files.write(file, lines);
        return ExportCheck.of(file, SEAL.keys());
    }

    private static List<String> with(int line, String text) {
        var lines = new ArrayList<>(export);
        lines.set(line, text);
        return lines;
    }

    private static String signed(AuditLog log, long position) {
        var entry = Objects.requireNonNull(log.entry(ORGANIZATION, position));
        var hash = String.valueOf(entry.get(AuditEntry.HASH));
        return ObjectText.write(Map.of(
                "checkpoint",
                SEAL.sign(Checkpoint.statement(ORGANIZATION, position, hash, Instant.parse("2026-03-02T00:00:00Z")))));
    }

    private static History history() {
        var history = new History()
                .add(
                        "a",
                        new AppRegistered(
                                "a", ORGANIZATION, "webapp", "test", "c", "App", 7200, false, null, null, null));
        for (int i = 1; i < ENTRIES; i++) {
            history.add("a", new AppRenamed("a", "Name " + i));
        }
        return history;
    }

    private static Path directory() {
        return Objects.requireNonNull(directory);
    }
}
