package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API takes its own access tokens and nothing else. */
@ExtendWith(SharedServer.class)
class ForgedTokenTest {
    private final RunningServer server;
    private final String token;

    ForgedTokenTest(RunningServer server) {
        this.server = server;
        this.token = Client.owner(server).bearer();
    }

    @Test
    void takesTheGenuineOne() {
        assertThat(answerTo(token).status()).isEqualTo(200);
    }

    @Test
    void refusesATokenWithoutASignature() {
        var none = Jwt.encoded("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + token.split("\\.", -1)[1] + ".";
        assertRefused(none);
    }

    /** Signed by the same keys, for something else. */
    @Test
    void refusesACheckpointOfTheAuditLog() throws InterruptedException {
        var owner = Client.owner(server);
        var ledger = new Ledger(owner);
        var organization = server.bootstrap().path("organization_id").asString();
        for (int look = 0; owner.get("/api/audit_checkpoints").data().isEmpty() && look < 50; look++) {
            ledger.app(organization, "sales_channel", "to be signed for " + look);
            Thread.sleep(400);
        }
        var signed = owner.get("/api/audit_checkpoints").data().path(0).at("/attributes/jws");
        assertThat(signed.asString()).isNotEmpty();
        assertRefused(signed.asString());
    }

    @Test
    void refusesAnHmacMadeWithAPublicKey() throws JOSEException, ParseException {
        for (var key : jwks().getKeys()) {
            var material = key.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var forged = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .type(new JOSEObjectType("at+jwt"))
                            .build(),
                    genuineClaims());
            forged.sign(new MACSigner(material));
            assertRefused(forged.serialize());
        }
    }

    @Test
    void refusesAKeyTheTokenBringsAlong() throws JOSEException, ParseException {
        var own = new ECKeyGenerator(Curve.P_256).generate();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .jwk(own.toPublicJWK())
                        .build(),
                genuineClaims());
        forged.sign(new ECDSASigner(own));
        assertRefused(forged.serialize());
    }

    @Test
    void refusesAKnownKeyIdOverAForeignSignature() throws JOSEException, ParseException {
        var own = new ECKeyGenerator(Curve.P_256).generate();
        var kid = Jwt.header(token).path("kid").asString();
        var forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(kid)
                        .build(),
                new JWTClaimsSet.Builder(genuineClaims())
                        .expirationTime(Date.from(Instant.parse("2999-01-01T00:00:00Z")))
                        .build());
        forged.sign(new ECDSASigner(own));
        assertRefused(forged.serialize());
    }

    @Test
    void refusesHeadersThatPointElsewhereOrThatItCannotKnow() {
        var kid = Jwt.header(token).path("kid").asString();
        for (var extra : Arrays.asList(
                "\"jku\":\"https://evil.example/jwks\"",
                "\"x5u\":\"https://evil.example/c\"",
                "\"crit\":[\"x\"],\"x\":1")) {
            assertRefused(Jwt.withHeader(
                    token, "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"" + kid + "\"," + extra + "}"));
        }
    }

    @Test
    void refusesGarbage() {
        for (var garbage : Arrays.asList("x", "a.b.c", "..", token + "x", token.substring(0, token.length() - 4))) {
            assertRefused(garbage);
        }
    }

    @Test
    void asksForATokenWhereThereIsNone() {
        var answer = Client.anonymous(server).get("/api/roles");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("UNAUTHORIZED");
    }

    @Test
    void publishesNoPrivateMemberOfAnyKey() {
        var text = Client.anonymous(server)
                .send("GET", "/oauth/jwks", null, Map.of())
                .json();
        assertThat(text.path("keys")).isNotEmpty();
        for (var key : text.path("keys")) {
            assertThat(key.propertyNames()).doesNotContain("d", "p", "q", "dp", "dq", "qi", "k", "oth");
        }
    }

    @Test
    void advertisesItsOwnAddressAndNothingThatDoesNotAnswer() {
        var anybody = Client.anonymous(server);
        var metadata = anybody.send("GET", "/.well-known/oauth-authorization-server", null, Map.of())
                .json();
        assertThat(metadata.path("issuer").asString())
                .isEqualTo(server.bootstrap().path("issuer").asString());
        metadata.propertyStream()
                .filter(p -> p.getKey().endsWith("_endpoint") || p.getKey().equals("jwks_uri"))
                .forEach(p -> {
                    var path = java.net.URI.create(p.getValue().asString()).getPath();
                    assertThat(anybody.send(
                                            "POST",
                                            path,
                                            "",
                                            Map.of("Content-Type", "application/x-www-form-urlencoded"))
                                    .status())
                            .as(p.getKey())
                            .isNotEqualTo(404);
                });
    }

    private JWTClaimsSet genuineClaims() throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private JWKSet jwks() throws ParseException {
        return JWKSet.parse(Client.anonymous(server)
                .send("GET", "/oauth/jwks", null, Map.of())
                .text());
    }

    private Answer answerTo(String bearer) {
        return Client.bearing(server, bearer).get("/api/roles");
    }

    private void assertRefused(String bearer) {
        var answer = answerTo(bearer);
        assertThat(answer.status()).as(bearer).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("INVALID_TOKEN");
    }
}
