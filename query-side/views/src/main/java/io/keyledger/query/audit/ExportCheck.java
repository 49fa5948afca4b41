package io.keyledger.query.audit;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies an exported audit log (NDJSON) with the published keys, without the service. Reads the file twice, line by
 * line: first the checkpoints, then the entries.
 */
public final class ExportCheck {
    private static final String CHECKPOINT = "checkpoint";
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final PublishedKeys keys;
    private final Map<String, List<Checkpoint>> checkpoints = new TreeMap<>();
    private final SortedMap<String, ChainCheck> checks = new TreeMap<>();

    /** The organization of the line before: a line that cannot be read is reported for that one. */
    private String current = "";

    private ExportCheck(JWKSet keys) {
        this.keys = new PublishedKeys(keys);
    }

    /** The finding for each organization in the file, by its id. */
    public static SortedMap<String, Finding> of(Path file, JWKSet keys) throws IOException {
        var check = new ExportCheck(keys);
        check.eachLine(file, (number, line) -> check.collect(line));
        check.eachLine(file, check::follow);
        check.checkpoints.keySet().forEach(check::check);
        var findings = new TreeMap<String, Finding>();
        check.checks.forEach((organization, one) -> findings.put(organization, one.finding()));
        return findings;
    }

    private void eachLine(Path file, LineReader reader) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                reader.read(++number, parsed(line));
            }
        }
    }

    private static @Nullable Map<String, @Nullable Object> parsed(String line) {
        try {
            return JSON.readValue(line, OBJECT);
        } catch (JacksonException e) {
            return null;
        }
    }

    private void collect(@Nullable Map<String, @Nullable Object> line) {
        if (line != null && line.get(CHECKPOINT) instanceof String jws) {
            Checkpoint.read(jws)
                    .ifPresent(read -> checkpoints
                            .computeIfAbsent(read.organizationId(), id -> new ArrayList<>())
                            .add(read));
        }
    }

    private void follow(int number, @Nullable Map<String, @Nullable Object> line) {
        if (line != null && line.get(AuditEntry.ORGANIZATION) instanceof String organization) {
            current = organization;
            check(organization).accept(line);
        } else if (line == null || !isCheckpoint(line)) {
            check(current).acceptNonsense("line " + number + " is neither an entry nor a checkpoint");
        }
    }

    private static boolean isCheckpoint(Map<String, @Nullable Object> line) {
        return line.size() == 1
                && line.get(CHECKPOINT) instanceof String jws
                && Checkpoint.read(jws).isPresent();
    }

    private ChainCheck check(String organization) {
        return checks.computeIfAbsent(
                organization, id -> new ChainCheck(checkpoints.getOrDefault(id, List.of()), keys::check));
    }

    @FunctionalInterface
    private interface LineReader {
        void read(int number, @Nullable Map<String, @Nullable Object> line);
    }
}
