package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was: apps and their credentials at any instant, and how long their tokens live. */
@ExtendWith(SharedServer.class)
class PointInTimeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final RunningServer server;
    private final Ledger ledger;
    private final Client caller;
    private final String organization;

    PointInTimeTest(RunningServer server) {
        this.server = server;
        this.ledger = new Ledger(Client.owner(server));
        this.caller = ledger.caller();
        this.organization = ledger.organization("Point in time");
    }

    @Test
    void showsBothFacesOfAnAppAndItsSecretsAsTheyWere() throws InterruptedException {
        var app = ledger.app(organization, "sales_channel", "Before");
        var then = pastInstant();
        assertThat(change(app.id(), Map.of("name", "After")).status()).isEqualTo(200);

        for (var face : new String[] {"api_credentials", "app_registrations"}) {
            var path = "/api/" + face + '/' + app.id();
            assertThat(caller.get(path + "?as_of=" + then).attribute("name").asString())
                    .isEqualTo("Before");
            assertThat(caller.get(path).attribute("name").asString()).isEqualTo("After");
            assertThat(caller.get(path + "?as_of=2020-02-29").status()).isEqualTo(404);
        }
        var secrets = caller.get("/api/app_registrations/" + app.id() + "/client_secrets?as_of=" + then);
        assertThat(secrets.data().size()).isEqualTo(1);
        var secret = secrets.data().path(0).path("id").asString();
        assertThat(caller.get("/api/app_registrations/" + app.id() + "/client_secrets/" + secret + "?as_of=" + then)
                        .attribute("client_secret")
                        .isNull())
                .isTrue();
    }

    @Test
    void showsADeletedAppAsItWasToItsOrganizationAlone() throws InterruptedException {
        var app = ledger.app(organization, "sales_channel", "Short");
        var path = "/api/app_registrations/" + app.id() + "?as_of=" + pastInstant();
        assertThat(caller.delete("/api/app_registrations/" + app.id()).status()).isEqualTo(204);

        assertThat(caller.get(path).attribute("name").asString()).isEqualTo("Short");
        var other = ledger.app(ledger.organization("Elsewhere"), "integration", "Stranger");
        var stranger = Client.anonymous(server)
                .authenticated(
                        other.attribute("client_id").asString(),
                        other.attribute("client_secret").asString());
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoInstantOfThePast() {
        var path = "/api/app_registrations/"
                + ledger.app(organization, "sales_channel", "Any").id();
        for (var value : new String[] {"", "yesterday", "2999-01-01", "2024-02-30"}) {
            var refused = caller.get(path + "?as_of=" + value);
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.code()).isEqualTo("INVALID_FIELD_VALUE");
        }
        assertThat(caller.get(path + "?as_of=2024-01-01&include=role").code()).isEqualTo("PARAM_NOT_ALLOWED");
        assertThat(caller.get("/api/customers?as_of=2024-01-01").code()).isEqualTo("PARAM_NOT_ALLOWED");
    }

    @Test
    void tellsHowLongTokensLiveAndHowLongTheyDid() throws InterruptedException {
        var app = ledger.app(organization, "integration", "Lifetimes");
        Client.anonymous(server)
                .authenticated(
                        app.attribute("client_id").asString(),
                        app.attribute("client_secret").asString());
        assertThat(change(app.id(), Map.of("expires_in", 172_800)).status()).isEqualTo(200);

        var path = "/api/token_lifetimes/" + app.id();
        var lifetime = caller.get(path);
        assertThat(lifetime.attribute("expires_in").asInt()).isEqualTo(172_800);
        assertThat(lifetime.attribute("previous").asInt()).isEqualTo(7200);
        assertThat(lifetime.attribute("over_recommended").asBoolean()).isTrue();
        assertThat(lifetime.attribute("changed_by").asString()).isEqualTo("owner@localhost");
        assertThat(caller.get(path + "/history?sort=-changed_at").data().size()).isEqualTo(2);
        assertThat(lastTokenOf(path)).isBetween(now().plusSeconds(7200 - 60), now().plusSeconds(7200 + 60));
    }

    /** Written with a delay: known a few seconds after the token was issued. */
    private Instant lastTokenOf(String path) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (caller.get(path).attribute("latest_token_expires_at").isNull() && System.nanoTime() < end) {
            Thread.sleep(100);
        }
        return Instant.parse(
                caller.get(path).attribute("latest_token_expires_at").asString());
    }

    private Answer change(String id, Map<String, Object> attributes) {
        return caller.patch(
                "/api/app_registrations/" + id, Json.document("app_registrations", id, attributes, Map.of()));
    }

    /** An instant later than all that happened, and earlier than all that will. */
    private static Instant pastInstant() throws InterruptedException {
        Thread.sleep(5);
        var instant = now();
        Thread.sleep(5);
        return instant;
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
