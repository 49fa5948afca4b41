package io.keyledger.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.bus.TestLedger;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.problem.RuleViolation;
import java.nio.file.Path;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class ReservationsTest {
    private static final MemberInvited INVITED =
            new MemberInvited("m1", "o1", "Ann@Example.com", "r1", "all", false, null);

    @TempDir
    Path directory;

    private ConfigurableApplicationContext ledger;
    private int streams;

    @BeforeEach
    void start() {
        ledger = TestLedger.start(
                List.of(
                        TestLedger.Parts.class,
                        Reservations.class,
                        ReservationProjector.class,
                        ReservationRebuild.class),
                directory);
    }

    @AfterEach
    void stop() {
        ledger.close();
    }

    @Test
    void takesTheSlugOfAnOrganization() {
        assertThat(taken(Scope.ORGANIZATION_SLUG, "acme")).isFalse();

        publish(organization("o1", "acme"));

        assertThat(taken(Scope.ORGANIZATION_SLUG, "acme")).isTrue();
    }

    @Test
    void letsTheLoserOfARaceRecordNothing() {
        publish(organization("o1", "acme"));

        assertThatThrownBy(() -> publish(organization("o2", "acme"))).isInstanceOfSatisfying(RuleViolation.class, e -> {
            assertThat(e.refusals().getFirst().rule()).isEqualTo("taken");
            assertThat(e.refusals().getFirst().field()).isEqualTo("slug");
        });

        assertThat(ledger.getBean(EventStore.class).readEvents("stream2").hasNext())
                .isFalse();
        assertThat(ledger.getBean(Reservations.class).owner(Scope.ORGANIZATION_SLUG, "acme"))
                .isEqualTo("o1");
    }

    @Test
    void takesEmailAddressesThatDifferInCaseForOne() {
        publish(new UserRegistered("u1", "Ann@Example.com", null, null));

        assertThat(taken(Scope.USER_EMAIL, "ann@example.com")).isTrue();
        assertThatThrownBy(() -> publish(new UserRegistered("u2", "ANN@example.com", null, null)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void freesTheAddressAUserLeaves() {
        publish(new UserRegistered("u1", "old@example.com", null, null));
        publish(new UserEmailChanged("u1", "new@example.com"));

        assertThat(taken(Scope.USER_EMAIL, "old@example.com")).isFalse();
        assertThat(taken(Scope.USER_EMAIL, "new@example.com")).isTrue();
    }

    @Test
    void admitsAnAddressOncePerOrganization() {
        publish(INVITED);
        publish(new MemberInvited("m2", "o2", "ann@example.com", "r2", "all", false, null));

        assertThatThrownBy(() -> publish(new MemberInvited("m3", "o1", "ann@example.com", "r1", "all", false, null)))
                .isInstanceOf(RuleViolation.class);
    }

    @Test
    void admitsAMemberAgainWhoWasRemoved() {
        publish(INVITED);
        publish(new MemberRemoved("m1", "o1"));

        assertThat(taken(Scope.MEMBERSHIP, Scope.member("o1", "ann@example.com")))
                .isFalse();
    }

    @Test
    void fillsAnEmptyTableFromTheEventsAtTheNextStart() {
        publish(organization("o1", "acme"));
        publish(INVITED);
        publish(new MemberRemoved("m1", "o1"));
        ledger.getBean(LedgerTransactions.class)
                .run(() -> ledger.getBean(JdbcClient.class)
                        .sql("DELETE FROM reservations")
                        .update());
        stop();
        start();

        assertThat(taken(Scope.ORGANIZATION_SLUG, "acme")).isTrue();
        assertThat(taken(Scope.MEMBERSHIP, Scope.member("o1", "ann@example.com")))
                .isFalse();
    }

    private boolean taken(Scope scope, String value) {
        return ledger.getBean(Reservations.class).taken(scope, value);
    }

    private void publish(DomainEvent event) {
        var id = "stream" + ++streams;
        ledger.getBean(LedgerTransactions.class)
                .run(() -> ledger.getBean(EventStore.class)
                        .publish(new GenericDomainEventMessage<>("Test", id, 0, event)));
    }

    private static OrganizationRegistered organization(String id, String slug) {
        return new OrganizationRegistered(id, "Acme", slug, "eu-west-1", "u1", "owner@example.com");
    }
}
