package io.keyledger.command.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each credential is due for a notice or its end: updated in the transaction that records the events. */
@Component
public class ExpirySchedule {
    private static final String ALL =
            "SELECT credential_id, app_id, organization_id, made_at, ends_at, renewed, given_days FROM expiry_schedule ";

    private final JdbcClient tables;
    private final NoticeThresholds thresholds;

    ExpirySchedule(JdbcClient tables, NoticeThresholds thresholds) {
        this.tables = tables;
        this.thresholds = thresholds;
    }

    /** The credentials that are due by {@code now}, the longest due first, at most {@code limit}. */
    public List<Scheduled> due(Instant now, int limit) {
        return tables.sql(ALL + "WHERE due_at <= ? ORDER BY due_at, credential_id LIMIT ?")
                .params(now.toEpochMilli(), limit)
                .query(ExpirySchedule::read)
                .list();
    }

    /** Whether it is still due by {@code now}. */
    public boolean isDue(Scheduled credential, Instant now) {
        return tables.sql("SELECT 1 FROM expiry_schedule WHERE credential_id = ? AND due_at <= ?")
                .params(credential.credentialId(), now.toEpochMilli())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Makes it due later, because its app had nothing to record. To be called in a transaction. */
    public void putOff(Scheduled credential, Instant now) {
        var later = credential.dueAfter(now, thresholds.of(credential.organizationId()));
        tables.sql("UPDATE expiry_schedule SET due_at = ? WHERE credential_id = ? AND due_at <= ?")
                .params(later.toEpochMilli(), credential.credentialId(), now.toEpochMilli())
                .update();
    }

    /**
     * Recalculates when the organization's credentials are due, from its present {@link NoticeThresholds}. To be called
     * in the transaction of the change.
     */
    public void reckon(String organizationId) {
        tables.sql(ALL + "WHERE organization_id = ?")
                .param(organizationId)
                .query(ExpirySchedule::read)
                .list()
                .forEach(this::write);
    }

    boolean isEmpty() {
        return tables.sql("SELECT 1 FROM expiry_schedule LIMIT 1")
                .query(Integer.class)
                .optional()
                .isEmpty();
    }

    void add(Scheduled credential) {
        tables.sql("INSERT INTO expiry_schedule"
                        + " (credential_id, app_id, organization_id, made_at, ends_at, renewed, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, 0, ?)")
                .params(
                        credential.credentialId(),
                        credential.appId(),
                        credential.organizationId(),
                        credential.madeAt().toEpochMilli(),
                        credential.end().toEpochMilli(),
                        due(credential))
                .update();
    }

    void change(String credentialId, UnaryOperator<Scheduled> change) {
        tables.sql(ALL + "WHERE credential_id = ?")
                .param(credentialId)
                .query(ExpirySchedule::read)
                .optional()
                .map(change)
                .ifPresent(this::write);
    }

    void remove(String credentialId) {
        tables.sql("DELETE FROM expiry_schedule WHERE credential_id = ?")
                .param(credentialId)
                .update();
    }

    void move(String appId, String organizationId) {
        tables.sql("UPDATE expiry_schedule SET organization_id = ? WHERE app_id = ?")
                .params(organizationId, appId)
                .update();
    }

    void removeAllOf(String appId) {
        tables.sql("DELETE FROM expiry_schedule WHERE app_id = ?").param(appId).update();
    }

    private void write(Scheduled credential) {
        tables.sql("UPDATE expiry_schedule SET ends_at = ?, renewed = ?, given_days = ?, due_at = ?"
                        + " WHERE credential_id = ?")
                .param(credential.end().toEpochMilli())
                .param(credential.renewed() ? 1 : 0)
                .param(credential.given())
                .param(due(credential))
                .param(credential.credentialId())
                .update();
    }

    private long due(Scheduled credential) {
        return credential.due(thresholds.of(credential.organizationId())).toEpochMilli();
    }

    private static Scheduled read(ResultSet row, int number) throws SQLException {
        return new Scheduled(
                row.getString("credential_id"),
                row.getString("app_id"),
                row.getString("organization_id"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Instant.ofEpochMilli(row.getLong("ends_at")),
                row.getInt("renewed") == 1,
                given(row));
    }

    private static @Nullable Integer given(ResultSet row) throws SQLException {
        var days = row.getInt("given_days");
        return row.wasNull() ? null : days;
    }
}
