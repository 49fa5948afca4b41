package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUse;
import io.keyledger.view.use.LastUses;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How long secrets that succeed each other are accepted, and what their use records. */
class SecretLifeTest extends NodeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    @SuppressWarnings("NullAway.Init")
    ViewsDatabase views;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    EventStorageEngine storage;

    @Test
    void acceptsARetiringSecretUntilItsDeadlineAndNeverAfter() throws Exception {
        var app = app("rotated");
        var deadline = clock.instant().plus(Duration.ofDays(7));
        var successor = ledger.rotate(app, deadline);
        settle();

        assertThat(status(app)).isEqualTo(200);
        assertThat(form(app, "client_secret", successor).status()).isEqualTo(200);
        clock.set(deadline.minusSeconds(1));
        assertThat(status(app)).isEqualTo(200);
        clock.set(deadline);
        assertThat(status(app)).isEqualTo(401);
        assertThat(form(app, "client_secret", successor).status()).isEqualTo(200);
    }

    @Test
    void acceptsNoSecretThatWasRemovedOrLeaked() throws Exception {
        var removed = app("removed");
        ledger.record(removed.id(), new ClientSecretRemoved(removed.id(), ledger.secretId(removed)));
        var leaked = app("leaked");
        ledger.record(leaked.id(), new ClientSecretLeaked(leaked.id(), ledger.secretId(leaked), null));
        settle();

        assertThat(status(removed)).isEqualTo(401);
        assertThat(status(leaked)).isEqualTo(401);
    }

    @Test
    void givesADisabledAppNoTokensAndEndsThoseItHas() throws Exception {
        var app = app("disabled");
        var other = ledger.app(app.organizationId(), "integration");
        settle();
        var token = form(app).token();
        var wrong = form(app, "client_secret", ledger.strangersSecret());
        ledger.record(app.id(), new AppDisabled(app.id()));
        settle();

        assertThat(form(app).status()).isEqualTo(401);
        assertThat(form(app).text()).isEqualTo(wrong.text());
        assertThat(introspected(other, token)).isFalse();
        ledger.record(app.id(), new AppEnabled(app.id()));
        settle();
        assertThat(introspected(other, form(app).token())).isTrue();
        assertThat(introspected(other, token)).isFalse();
    }

    @Test
    void tellsTheUseOfARetiringSecretOnceAnHour() throws Exception {
        var app = app("told");
        var secretId = ledger.secretId(app);
        ledger.rotate(app, clock.instant().plus(Duration.ofDays(7)));
        settle();

        for (int i = 0; i < 20; i++) {
            assertThat(status(app)).isEqualTo(200);
        }
        assertThat(awaitTold(app, 1)).containsExactly(told(app, secretId, TestClock.START));
        clock.advance(Duration.ofHours(1));
        assertThat(status(app)).isEqualTo(200);
        assertThat(awaitTold(app, 2)).hasSize(2);
    }

    @Test
    void tellsTheUseOfASecretThatHasJustRetiredThoughItOpensNothing() throws Exception {
        var app = app("late");
        var secretId = ledger.secretId(app);
        ledger.rotate(app, clock.instant());
        settle();
        clock.advance(Duration.ofDays(30));
        var now = clock.instant();

        assertThat(status(app)).isEqualTo(401);

        assertThat(awaitTold(app, 1)).containsExactly(told(app, secretId, now));
    }

    @Test
    void tellsNothingOfASecretThatRetiredLongAgoNorOfOneWithoutASuccessor() throws Exception {
        var longAgo = app("long-ago");
        ledger.rotate(longAgo, clock.instant());
        var plain = app("plain");
        var witness = app("witness");
        ledger.rotate(witness, clock.instant());
        settle();
        assertThat(status(plain)).isEqualTo(200);
        clock.advance(Duration.ofDays(30));
        assertThat(status(witness)).isEqualTo(401);
        clock.advance(Duration.ofMillis(1));
        assertThat(status(longAgo)).isEqualTo(401);

        assertThat(awaitTold(witness, 1)).hasSize(1);
        assertThat(tellings(longAgo)).isEmpty();
        assertThat(tellings(plain)).isEmpty();
    }

    @Test
    void remembersToTheMinuteWhenASecretAndItsAppWereLastUsed() throws Exception {
        var app = app("used");
        var secretId = ledger.secretId(app);
        settle();
        assertThat(status(app)).isEqualTo(200);
        var minute = TestClock.START.truncatedTo(ChronoUnit.MINUTES);
        assertThat(awaitUses(List.of(secretId, app.id()), minute))
                .isEqualTo(Map.of(
                        secretId,
                        new LastUse(minute, tokens(minute.plusSeconds(60 + 7200))),
                        app.id(),
                        new LastUse(minute, null)));

        clock.advance(Duration.ofSeconds(61));
        form(app, "client_secret", ledger.strangersSecret());
        assertThat(status(app)).isEqualTo(200);

        assertThat(awaitUses(List.of(secretId), minute.plusSeconds(60)))
                .containsEntry(secretId, new LastUse(minute.plusSeconds(60), tokens(minute.plusSeconds(120 + 7200))));
    }

    @Test
    void remembersTokensApartByWhatTheyWereGotWithAndSinceAllWereEnded() throws Exception {
        var shop = ledger.app(ledger.organization("bare-uses"), "sales_channel");
        settle();
        var minute = TestClock.START.truncatedTo(ChronoUnit.MINUTES);
        var until = minute.plusSeconds(60 + 7200);
        assertThat(http.form("/oauth/token", Map.of("grant_type", "client_credentials", "client_id", shop.clientId()))
                        .status())
                .isEqualTo(200);
        assertThat(awaitUses(List.of(shop.id()), minute))
                .isEqualTo(Map.of(shop.id(), new LastUse(minute, tokens(until))));

        ledger.record(shop.id(), new TokensRevoked(shop.id()));
        settle();
        clock.advance(Duration.ofSeconds(60));
        assertThat(status(shop)).isEqualTo(200);

        var secret = ledger.secretId(shop);
        var since = Objects.requireNonNull(
                        awaitUses(List.of(secret), minute.plusSeconds(60)).get(secret))
                .tokens();
        assertThat(since).isNotNull();
        assertThat(since.since()).isAfter(Instant.EPOCH);
        assertThat(since.until()).isEqualTo(until.plusSeconds(60));
    }

    private static LastUse.Tokens tokens(Instant until) {
        return new LastUse.Tokens(Instant.EPOCH, until);
    }

    private Ledger.App app(String slug) {
        return ledger.app(ledger.organization(slug), "integration");
    }

    private int status(Ledger.App app) {
        return form(app).status();
    }

    private boolean introspected(Ledger.App asking, String token) {
        return http.form("/oauth/introspect", credentials(asking, "token", token))
                .json()
                .get("active")
                .asBoolean();
    }

    private static RetiredSecretUsed told(Ledger.App app, String secretId, Instant at) {
        return new RetiredSecretUsed(app.id(), secretId, at);
    }

    private List<RetiredSecretUsed> tellings(Ledger.App app) {
        return storage.readEvents(null, false)
                .map(event -> (Object) event.getPayload())
                .filter(RetiredSecretUsed.class::isInstance)
                .map(RetiredSecretUsed.class::cast)
                .filter(used -> used.appId().equals(app.id()))
                .toList();
    }

    private List<RetiredSecretUsed> awaitTold(Ledger.App app, int count) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (tellings(app).size() < count && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        return tellings(app);
    }

    private Map<String, LastUse> awaitUses(List<String> ids, Instant minute) throws InterruptedException {
        var uses = new LastUses(views);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!uses.of(ids).values().stream().map(LastUse::at).allMatch(minute::equals)
                || uses.of(ids).size() < ids.size()) {
            if (System.nanoTime() > end) {
                break;
            }
            Thread.sleep(20);
        }
        return uses.of(ids);
    }
}
