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
 * The stored form of what a rule measures of an app or a credential. It depends neither on a policy nor on the time of
 * the reading: queries compare it with both.
 */
final class FactRow {
    static final String RULE = "rule";
    static final String MEASURE = "measure";
    /** The last use; before the first one, when it was added. */
    static final String UNUSED_SINCE = "unused_since";

    static final String APP = "app_id";
    static final String KIND = "credential_kind";
    static final String NAME = "credential_name";
    static final String HINT = "credential_hint";
    static final String CREDENTIAL = "credential_id";
    static final String EXPIRES_AT = "expires_at";
    /** It violates nothing from then on; in the far future for what does not expire. */
    static final String OVER_AT = "over_at";

    private static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private FactRow() {}

    /** The id of the row with the rule's measure of the app or credential. */
    static String id(String rule, String subject) {
        return Id.derivedFrom(rule + '/' + subject);
    }

    /** The row of one measure. */
    static Document of(Measure measure, RuleSubject subject, Recorded cause) {
        return row(measure.rule().word(), subject, cause).append(MEASURE, measure.value());
    }

    /** The row for the rule on unused credentials, which depends on the time. */
    static Document unused(RuleSubject subject, Recorded cause) {
        return row(PolicyRule.UNUSED_AFTER, subject, cause).append(UNUSED_SINCE, Date.from(cause.at()));
    }

    /** The same row with another expiry of the credential. */
    static Document endingAt(Document row, Instant end) {
        return row.append(EXPIRES_AT, Date.from(end)).append(OVER_AT, Date.from(end));
    }

    /** The latest use wins. */
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
