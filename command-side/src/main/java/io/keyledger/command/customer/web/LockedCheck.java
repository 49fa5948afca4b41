package io.keyledger.command.customer.web;

import static io.keyledger.http.resources.Resources.API_CREDENTIALS;
import static io.keyledger.http.resources.Resources.CUSTOMER_GROUPS;

import io.keyledger.http.answer.ResourceLookup;
import io.keyledger.http.description.ResourceType;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import org.springframework.stereotype.Component;

/** Refuses to delete what others refer to. Source: CONTRACT part B, section 7: LOCKED. */
@Component
class LockedCheck {
    private static final String CUSTOMER_IDS = "customer_ids";
    private static final String GROUP_IDS = "customer_group_ids";

    private final ResourceLookup resources;

    LockedCheck(ResourceLookup resources) {
        this.resources = resources;
    }

    /** Refuses while a group has the customer, or an app's customer scope names the customer. */
    void requireFreeCustomer(String id) {
        requireNone(CUSTOMER_GROUPS, CUSTOMER_IDS, id, "the customer is in the customer group ");
        requireNone(API_CREDENTIALS, CUSTOMER_IDS, id, "the customer is in the customer scope of the app ");
    }

    /** Refuses while an app's customer scope names the group. */
    void requireFreeGroup(String id) {
        requireNone(API_CREDENTIALS, GROUP_IDS, id, "the group is in the customer scope of the app ");
    }

    private void requireNone(ResourceType type, String field, String id, String detail) {
        for (var pointing : resources.findBy(type, field, id, 1)) {
            throw new RuleViolation(new Refusal(ErrorCode.LOCKED, detail + pointing.id()));
        }
    }
}
