package io.keyledger.query.audit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where an exported log goes, piece by piece. */
public interface ExportSink {
    /** The next entry, by the names of {@link AuditEntry}. */
    void entry(Map<String, @Nullable Object> entry);

    /** A signature of the last entry that came. */
    void checkpoint(String jws);
}
