package io.keyledger.command.credentialpolicy;

import static io.keyledger.command.value.Refuses.refusesWith;

import io.keyledger.command.value.Given;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.credentialpolicy.Term;
import io.keyledger.kernel.expiry.NoticeDays;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganizationPolicyTest {
    private static final OrganizationId ID = new OrganizationId("org0000001");
    private static final List<Integer> USUAL = List.of(90, 60, 30, 14, 7, 1);
    private static final CredentialPolicyChanged ONE_YEAR = changed("P1Y", USUAL);

    private final AggregateTestFixture<OrganizationPolicy> policy =
            new AggregateTestFixture<>(OrganizationPolicy.class);

    @Test
    void beginsWithItsFirstChange() {
        policy.givenNoPriorActivity().when(limit("P1Y", null)).expectEvents(ONE_YEAR);
    }

    @Test
    void beginsAtVersionZero() {
        policy.givenNoPriorActivity().when(limit("P1Y", ExpectedVersions.of(0))).expectEvents(ONE_YEAR);
    }

    @Test
    void tellsAllOfItAfterEveryChange() {
        policy.given(ONE_YEAR)
                .when(new ChangeCredentialPolicy(ID, notices(List.of(7, 30)), ExpectedVersions.of(1)))
                .expectEvents(changed("P1Y", List.of(30, 7)));
    }

    @Test
    void recordsNothingWhenNothingChanges() {
        policy.given(ONE_YEAR).when(limit("P1Y", null)).expectNoEvents();
    }

    @Test
    void recordsNothingWhenTheDefaultIsAskedFor() {
        policy.givenNoPriorActivity().when(limit(null, null)).expectNoEvents();
    }

    @Test
    void takesALimitAway() {
        policy.given(ONE_YEAR).when(limit(null, null)).expectEvents(changed(null, USUAL));
    }

    @Test
    void refusesAChangeByOneWhoSawAnotherVersion() {
        policy.given(ONE_YEAR)
                .when(limit("P2Y", ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    private static ChangeCredentialPolicy limit(@Nullable String duration, @Nullable ExpectedVersions expectedVersion) {
        var term = duration == null ? null : Term.parse(duration);
        return new ChangeCredentialPolicy(
                ID,
                new PolicyChange(
                        Given.absent(),
                        Given.of(term),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent(),
                        Given.absent()),
                expectedVersion);
    }

    private static PolicyChange notices(List<Integer> days) {
        return new PolicyChange(
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.absent(),
                Given.of(new NoticeDays(days)),
                Given.absent(),
                Given.absent());
    }

    private static CredentialPolicyChanged changed(@Nullable String duration, List<Integer> notices) {
        return new CredentialPolicyChanged("org0000001", true, duration, null, null, null, notices, "P90D", false);
    }
}
