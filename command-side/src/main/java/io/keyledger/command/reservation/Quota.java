package io.keyledger.command.reservation;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.util.Locale;
import java.util.Map;

/** What is counted and limited: of an organization, but for {@link #ORGANIZATIONS}, which is of a user. */
enum Quota {
    /** Apps that people register: the service's own and the personal apps of users are not counted. */
    APPS,
    CUSTOMERS,
    CUSTOMER_GROUPS,
    /** The two built-in ones count. */
    ROLES,
    /** Pending ones count. */
    MEMBERS,
    /** Those that a user has registered, whoever owns them now. */
    ORGANIZATIONS;

    /** The word in refusals and in the table. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Refuses with QUOTA_EXCEEDED when there are more than the limit. */
    void require(long amount, long limit) {
        if (amount > limit) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.QUOTA_EXCEEDED,
                    "there are as many " + word().replace('_', ' ') + " as there may be: " + limit,
                    null,
                    null,
                    Map.of("quota", word(), "limit", limit)));
        }
    }
}
