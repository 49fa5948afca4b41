package io.keyledger.query.audit;

import com.mongodb.client.model.Sorts;
import io.keyledger.http.description.Filter;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.access.Caller;
import io.keyledger.kernel.audit.CheckpointSigner;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import io.keyledger.query.reader.Reader;
import io.keyledger.view.row.StoredRow;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;

/** Exports and verifies whole audit logs. */
public final class AuditLogs {
    private final Reader reader;
    private final AuditLog log;
    private final CheckpointMaker maker;
    private final Verifications verifications;

    AuditLogs(Reader reader, AuditLog log, CheckpointMaker maker, CheckpointSigner signer) {
        this.reader = reader;
        this.log = log;
        this.maker = maker;
        this.verifications = new Verifications(log, signer);
    }

    /**
     * A whole log with every checkpoint, the last of them signed now, so that a missing end would be noticed.
     *
     * @throws RuleViolation {@link ErrorCode#UNAVAILABLE} while the log does not show all that was written
     */
    public void export(String organizationId, ExportSink sink) {
        awaitWritten();
        var head = log.wholeHead(organizationId);
        var checkpoints = new ArrayDeque<>(log.checkpoints(organizationId));
        head.map(maker::signed).ifPresent(checkpoints::add);
        var last = head.map(AuditLog.Head::position).orElseGet(() -> log.length(organizationId));
        log.read(organizationId, last, entry -> {
            sink.entry(entry);
            long position = Objects.requireNonNull((Long) entry.get(AuditEntry.POSITION));
            while (!checkpoints.isEmpty() && checkpoints.getFirst().position() <= position) {
                sink.checkpoint(checkpoints.removeFirst().jws());
            }
        });
        checkpoints.forEach(checkpoint -> sink.checkpoint(checkpoint.jws()));
    }

    /**
     * The entries that the caller may read and that meet the filters: without checkpoints, since the chain has gaps.
     */
    public void export(Caller caller, List<Filter> filters, ExportSink sink) {
        var order = Sorts.ascending(AuditEntry.ORGANIZATION, AuditEntry.POSITION, StoredRow.ID);
        reader.each(caller, Resources.AUDIT_EVENTS, filters, order, row -> sink.entry(AuditLog.whole(row)));
    }

    /**
     * Verifies a log from its first entry to its last, and against all checkpoints. What this process has verified is
     * remembered: a repeat looks at what is new.
     *
     * @throws RuleViolation {@link ErrorCode#UNAVAILABLE} while the log does not show all that was written; {@link
     *     ErrorCode#TOO_MANY_REQUESTS} when others verify for long
     */
    public Finding check(String organizationId) {
        awaitWritten();
        return verifications.of(organizationId);
    }

    private void awaitWritten() {
        if (!log.showsAll()) {
            throw new RuleViolation(
                    new Refusal(ErrorCode.UNAVAILABLE, "the audit log is being brought up to date; try again later"));
        }
    }
}
