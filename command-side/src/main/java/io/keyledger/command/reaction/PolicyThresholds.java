package io.keyledger.command.reaction;

import io.keyledger.command.schedule.NoticeThresholds;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.kernel.organization.OrganizationId;
import org.springframework.stereotype.Component;

/** Takes the notice days of an organization from its credential policy. */
@Component
class PolicyThresholds implements NoticeThresholds {
    private final CredentialPolicies policies;

    PolicyThresholds(CredentialPolicies policies) {
        this.policies = policies;
    }

    @Override
    public NoticeDays of(String organizationId) {
        return policies.of(new OrganizationId(organizationId)).expiryNotices();
    }
}
