package io.keyledger.query.credentialpolicy;

import com.mongodb.client.model.Updates;
import io.keyledger.kernel.Id;
import io.keyledger.kernel.credentialpolicy.Measure;
import io.keyledger.kernel.credentialpolicy.PolicyRule;
import io.keyledger.view.row.Recorded;
import io.keyledger.view.row.StoredRow;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * How it is kept what a rule measures of an app or a credential. Nothing in it depends on any policy or on the time of the
 * reading: both are compared with it.
 */
final class FactRow {
    static final String RULE = "rule";
    static final String MEASURE = "measure";
    /** The last use, or the making of what was never used. */
    static final String UNUSED_SINCE = "unused_since";

    static final String APP = "app_id";
    static final String KIND = "credential_kind";
    static final String NAME = "credential_name";
    static final String HINT = "credential_hint";
    static final String CREDENTIAL = "credential_id";
    static final String EXPIRES_AT = "expires_at";
    /** From then on it is over and violates nothing; far away for what does not end by itself. */
    static final String OVER_AT = "over_at";

    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private FactRow() {}

    /** The id of the row that has what the rule measures of the app or credential. */
    static String id(String rule, String subject) {
        return Id.derivedFrom(rule + '/' + subject);
    }

    /** Of an app or one of its credentials. */
    static Document of(Measure measure, RuleSubject subject, Recorded cause) {
        return row(measure.rule().word(), subject, cause).append(MEASURE, measure.value());
    }

    /** The same for the rule that goes by the time. */
    static Document unused(RuleSubject subject, Recorded cause) {
        return row(PolicyRule.UNUSED_AFTER, subject, cause).append(UNUSED_SINCE, Date.from(cause.at()));
    }

    /** The same fact of a credential that ends at another time than it was made for. */
    static Document endingAt(Document row, Instant end) {
        return row.append(EXPIRES_AT, Date.from(end)).append(OVER_AT, Date.from(end));
    }

    /** Of several uses the last one holds. */
    static Bson used(Instant at) {
        return Updates.max(UNUSED_SINCE, Date.from(at));
    }

    private static Document row(String rule, RuleSubject subject, Recorded cause) {
        var row = new Document(StoredRow.ID, id(rule, subject.id()))
                .append(StoredRow.SEQUENCE, cause.sequence())
                .append(StoredRow.ORGANIZATION, subject.organizationId())
                .append(RULE, rule)
                .append(MEASURE, null)
                .append(UNUSED_SINCE, null)
                .append(APP, subject.appId())
                .append("app_registration_id", subject.appId())
                .append("created_at", Date.from(cause.at()));
        for (var field : List.of(KIND, CREDENTIAL, NAME, HINT, EXPIRES_AT)) {
            row.append(field, null);
        }
        row.append(OVER_AT, NEVER);
        var credential = subject.credential();
        return credential == null ? row : credential.describe(row);
    }
}
