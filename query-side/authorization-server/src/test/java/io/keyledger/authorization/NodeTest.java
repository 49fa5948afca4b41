package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import io.keyledger.view.follow.Follower;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test against a running node. */
@SpringBootTest(
        classes = TestNode.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "axon.serializer.general=jackson3",
            "axon.serializer.events=jackson3",
            "keyledger.issuer=https://auth.keyledger.test/",
            "keyledger.rate-limits.token-per-client=100000",
            "keyledger.rate-limits.token-per-address=100000",
        })
abstract class NodeTest {
    static final String ISSUER = "https://auth.keyledger.test";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    Ledger ledger;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    TestClock clock;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    EventStore events;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    List<Follower> followers;

    @LocalServerPort
    int port;

    @SuppressWarnings("NullAway.Init")
    Http http;

    @BeforeEach
    void begin() {
        http = new Http(port);
        clock.set(TestClock.START);
    }

    /** Waits as a write does: until every follower has handled what is in the store now. */
    void settle() throws InterruptedException {
        var head = events.createHeadToken();
        var deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!followers.stream().allMatch(f -> f.hasReached(head)) && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
        assertThat(followers).isNotEmpty().allMatch(follower -> follower.hasReached(head));
    }

    Http.Answer form(Ledger.App app, String... more) {
        return http.form("/oauth/token", credentials(app, more));
    }

    Http.Answer json(Ledger.App app, String... more) {
        return http.json("/oauth/token", credentials(app, more));
    }

    /** A token that opens the API. */
    String apiToken(Ledger.App app) {
        return form(app, "scope", "provisioning-api").token();
    }

    static Map<String, String> credentials(Ledger.App app, String... more) {
        var parameters = new HashMap<>(
                Map.of("grant_type", "client_credentials", "client_id", app.clientId(), "client_secret", app.secret()));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return parameters;
    }

    /** A token request with the assertion as the client's authentication. */
    static Map<String, String> asserting(String assertion) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion",
                assertion);
    }

    /** The claims of a valid assertion. */
    static Map<String, Object> assertionClaims(Ledger.App app, Instant now) {
        return Map.of(
                "iss", app.clientId(),
                "sub", app.clientId(),
                "aud", ISSUER,
                "exp", now.getEpochSecond() + 60,
                "iat", now.getEpochSecond(),
                "jti", UUID.randomUUID().toString());
    }

    static Map<String, Object> claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet().toJSONObject();
    }

    static Map<String, Object> header(String token) throws ParseException {
        return SignedJWT.parse(token).getHeader().toJSONObject();
    }

    static Instant start() {
        return Instant.ofEpochSecond(TestClock.START.getEpochSecond());
    }
}
