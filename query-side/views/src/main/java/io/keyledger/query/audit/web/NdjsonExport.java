package io.keyledger.query.audit.web;

import io.keyledger.query.audit.ExportSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One JSON object a line: an entry as it is hashed with its hash, or {@code {"checkpoint":"<compact JWS>"}}. */
final class NdjsonExport implements ExportSink {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Writer out;

    NdjsonExport(Writer out) {
        this.out = out;
    }

    @Override
    public void entry(Map<String, @Nullable Object> entry) {
        line(entry);
    }

    @Override
    public void checkpoint(String jws) {
        line(Map.of("checkpoint", jws));
    }

    private void line(Object object) {
        try {
            out.write(JSON.writeValueAsString(object));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
