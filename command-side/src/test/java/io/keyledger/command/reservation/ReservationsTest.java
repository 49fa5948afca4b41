package io.keyledger.command.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.command.bus.TestLedger;
import io.keyledger.command.eventstore.LedgerTransactions;
import io.keyledger.command.reservation.Reservations.Held;
import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.customer.CustomerDeleted;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupDeleted;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.RuleViolation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
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
                        Tallies.class,
                        Limits.class,
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
    void letsTwoUsersHaveTheSameLabel() {
        publish(new UserRegistered("u1", "ann@example.com", null, null));
        publish(new UserRegistered("u2", "ann@example.com", null, null));
        publish(new UserRegistered("u3", "bob@example.com", null, null));
        publish(new UserEmailChanged("u3", "ann@example.com"));

        assertThat(ledger.getBean(EventStore.class).readEvents("stream4").hasNext())
                .isTrue();
    }

    @Test
    void admitsAUserOncePerOrganization() {
        publish(INVITED);
        publish(new MembershipActivated("m1", "o1", "u1"));
        publish(new MembershipActivated("m2", "o2", "u1"));

        assertThatThrownBy(() -> publish(new MembershipActivated("m3", "o1", "u1")))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        e -> assertThat(e.refusals().getFirst().code()).isEqualTo(ErrorCode.ALREADY_MEMBER));
        assertThat(ledger.getBean(Reservations.class).memberships("u1"))
                .containsExactlyInAnyOrder(new Held("o1", "m1"), new Held("o2", "m2"));
        publish(new MemberRemoved("m1", "o1"));
        publish(new MembershipActivated("m3", "o1", "u1"));
        assertThat(ledger.getBean(Reservations.class).memberships("u1")).contains(new Held("o1", "m3"));
    }

    @Test
    void admitsNoUserWhoHasEnded() {
        publish(new UserDeleted("u1"));

        assertThatThrownBy(() -> publish(new MembershipActivated("m1", "o1", "u1")))
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        e -> assertThat(e.refusals().getFirst().code()).isEqualTo(ErrorCode.RECORD_NOT_FOUND));
    }

    /** One way to make another of each thing that has a quota, with the names of its organization and of itself. */
    static Stream<Arguments> quotas() {
        return Stream.of(
                quota("apps", 3, (o, id) -> app(o, id, "integration", null), (o, id) -> new AppDeleted(id, o)),
                quota(
                        "customers",
                        2,
                        (o, id) -> new CustomerRegistered(id, o, "Ada"),
                        (o, id) -> new CustomerDeleted(id, o)),
                quota(
                        "customer_groups",
                        2,
                        (o, id) -> new CustomerGroupDefined(id, o, "Firsts"),
                        (o, id) -> new CustomerGroupDeleted(id, o)),
                quota("roles", 4, (o, id) -> new RoleDefined(id, o, "Clerks", "custom"), null),
                quota(
                        "members",
                        2,
                        (o, id) -> new MemberInvited(id, o, id + "@example.com", "r1", "all_access", false, "hash"),
                        (o, id) -> new MemberRemoved(id, o)),
                quota(
                        "organizations",
                        2,
                        (user, id) -> new OrganizationRegistered(id, "Acme", id, "eu-west-1", user, "u@example.com"),
                        null));
    }

    @ParameterizedTest
    @MethodSource("quotas")
    void refusesOneOverTheQuotaAndAdmitsItWhenAnotherHasEnded(
            String quota,
            int limit,
            BiFunction<String, String, DomainEvent> made,
            @Nullable BiFunction<String, String, DomainEvent> ended) {
        for (int i = 0; i < limit; i++) {
            publish(made.apply("o1", "made" + i));
            publish(made.apply("o2", "other" + i));
        }
        refusesOneMore(quota, limit, made);
        if (ended != null) {
            publish(ended.apply("o1", "made0"));
            publish(made.apply("o1", "again"));
            refusesOneMore(quota, limit, made);
        }
        forgetTheTables();

        refusesOneMore(quota, limit, made);
    }

    private void refusesOneMore(String quota, int limit, BiFunction<String, String, DomainEvent> made) {
        assertThatThrownBy(() -> publish(made.apply("o1", "surplus")))
                .isInstanceOfSatisfying(RuleViolation.class, e -> {
                    assertThat(e.refusals().getFirst().code()).isEqualTo(ErrorCode.QUOTA_EXCEEDED);
                    assertThat(e.refusals().getFirst().meta()).isEqualTo(Map.of("quota", quota, "limit", (long) limit));
                });
    }

    @Test
    void countsNoAppOfTheServiceAndNoPersonalOne() {
        for (int i = 0; i < 5; i++) {
            publish(app("o1", "own" + i, "resources", null));
            publish(app("o1", "personal" + i, "user", "user" + i));
        }
        publish(new AppDeleted("personal0", "o1"));
        for (int i = 0; i < 3; i++) {
            publish(app("o1", "made" + i, "integration", null));
        }

        assertThatThrownBy(() -> publish(app("o1", "surplus", "integration", null)))
                .isInstanceOf(RuleViolation.class);
    }

    private static Arguments quota(
            String word,
            int limit,
            BiFunction<String, String, DomainEvent> made,
            @Nullable BiFunction<String, String, DomainEvent> ended) {
        return Arguments.of(word, limit, made, ended);
    }

    private static AppRegistered app(String organization, String id, String kind, @Nullable String user) {
        return new AppRegistered(id, organization, kind, "live", "client-" + id, "App", 7200, false, null, null, user);
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

        assertThat(taken(Scope.MEMBERSHIP, Scope.invited("o1", "ann@example.com")))
                .isFalse();
    }

    @Test
    void fillsAnEmptyTableFromTheEventsAtTheNextStart() {
        publish(organization("o1", "acme"));
        publish(INVITED);
        publish(new MemberRemoved("m1", "o1"));
        forgetTheTables();

        assertThat(taken(Scope.ORGANIZATION_SLUG, "acme")).isTrue();
        assertThat(taken(Scope.MEMBERSHIP, Scope.invited("o1", "ann@example.com")))
                .isFalse();
    }

    /** An earlier build may have recorded what is refused now: its ledger starts all the same. */
    @Test
    void followsHistoriesThatTodaysRulesWouldRefuse() {
        publish(new MembershipActivated("m1", "o1", "u1"));
        publish(new MemberRemoved("m1", "o1"));
        forgetTheTables();
        var again = new MembershipActivated("m2", "o1", "u1");
        publish(again);
        publish(new MemberRemoved("m2", "o1"));
        ledger.getBean(LedgerTransactions.class)
                .run(() -> ledger.getBean(JdbcClient.class)
                        .sql("DELETE FROM events WHERE payload_type = 'membership.removed'")
                        .update());
        forgetTheTables();

        assertThat(ledger.getBean(Reservations.class).memberships("u1"))
                .containsExactly(new Held("o1", "m1"), new Held("o1", "m2"));
    }

    private void forgetTheTables() {
        ledger.getBean(LedgerTransactions.class)
                .run(() -> ledger.getBean(JdbcClient.class)
                        .sql("DELETE FROM reservations")
                        .update());
        stop();
        start();
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

    /** Quotas that a test reaches. */
    static class Limits {
        @Bean
        QuotaCount quotaCount(Tallies tallies, Reservations reservations) {
            return new QuotaCount(tallies, reservations, new QuotaSettings(3, 2, 2, 4, 2, 2));
        }
    }
}
