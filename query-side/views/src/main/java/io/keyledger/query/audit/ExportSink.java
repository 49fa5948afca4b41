package io.keyledger.query.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Receives an exported log piece by piece. */
public interface ExportSink {
    /** The next entry, by the names of {@link AuditEntry}. */
    void entry(Map<String, @Nullable Object> entry);

    /** A checkpoint of the entry before it. */
    void checkpoint(String jws);
}
