package io.keyledger.authorization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.keyledger.kernel.DataDirectory;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Forged tokens (BARS 9). Each differs from an accepted one in one thing. */
class ForgedTokenTest extends NodeTest {
    private static final BigInteger ORDER = Curve.P_256.toECParameterSpec().getOrder();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private DataDirectory directory;

    @SuppressWarnings("NullAway.Init")
    private SignedJWT genuine;

    @SuppressWarnings("NullAway.Init")
    private JWTClaimsSet claims;

    @SuppressWarnings("NullAway.Init")
    private ECKey key;

    @SuppressWarnings("NullAway.Init")
    private RSAKey rsaKey;

    @BeforeEach
    void takeAGenuineToken() throws Exception {
        var organization = ledger.organization("forged");
        var app = ledger.app(organization, "integration", "live", 7200, ledger.role(organization, "admin"), null);
        settle();
        genuine = SignedJWT.parse(apiToken(app));
        claims = genuine.getJWTClaimsSet();
        var keys = JWKSet.parse(Files.readString(directory.file("keys.json")));
        key = keys.getKeyByKeyId(genuine.getHeader().getKeyID()).toECKey();
        rsaKey = keys.getKeyByKeyId(
                        SignedJWT.parse(json(app).token()).getHeader().getKeyID())
                .toRSAKey();
    }

    @Test
    void acceptsOneMadeWithTheKeyItself() throws Exception {
        assertThat(status(signed(ours().build(), claims, new ECDSASigner(key)))).isEqualTo(200);
    }

    @Test
    void refusesOtherSpellingsOfAGenuineOne() throws Exception {
        var compact = genuine.serialize();
        assertThat(status(compact)).isEqualTo(200);
        assertThat(isHigh(s(genuine))).isFalse();

        assertThat(status(withOtherS(genuine))).isEqualTo(401);
        assertThat(status(compact + "==")).isEqualTo(401);
        // 64 bytes leave four bits of the last character unused
        var last = compact.charAt(compact.length() - 1);
        assertThat(status(compact.substring(0, compact.length() - 1) + (char) (last + 1)))
                .isEqualTo(401);
    }

    @Test
    void refusesOneWithoutASignature() {
        assertThat(status(new PlainJWT(claims).serialize())).isEqualTo(401);
        assertThat(status(withHeader("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"" + key.getKeyID() + "\"}") + "."))
                .isEqualTo(401);
    }

    @Test
    void refusesAPublicKeyUsedAsASharedSecret() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(rsaKey.getKeyID())
                .build();

        assertThat(status(signed(
                        header, claims, new MACSigner(rsaKey.toRSAPublicKey().getEncoded()))))
                .isEqualTo(401);
        assertThat(status(signed(
                        header, claims, new MACSigner(rsaKey.toPublicJWK().toJSONString()))))
                .isEqualTo(401);
    }

    @Test
    void refusesAKeyTheTokenBringsAlong() throws Exception {
        var own = new ECKeyGenerator(Curve.P_256).keyID(key.getKeyID()).generate();
        var signer = new ECDSASigner(own);

        assertThat(status(signed(ours().build(), claims, signer))).isEqualTo(401);
        assertThat(status(signed(ours().jwk(own.toPublicJWK()).build(), claims, signer)))
                .isEqualTo(401);
        assertThat(status(signed(
                        ours().jwkURL(URI.create("http://localhost:1/jwks")).build(), claims, signer)))
                .isEqualTo(401);
        assertThat(status(signed(
                        ours().x509CertURL(URI.create("http://localhost:1/x")).build(), claims, signer)))
                .isEqualTo(401);
    }

    @Test
    void refusesHeadersWeNeverWriteEvenUnderOurSignature() throws Exception {
        var signer = new ECDSASigner(key);

        assertThat(status(signed(ours().jwk(key.toPublicJWK()).build(), claims, signer)))
                .isEqualTo(401);
        assertThat(status(signed(
                        ours().customParam("exp", 1)
                                .criticalParams(Set.of("exp"))
                                .build(),
                        claims,
                        signer)))
                .isEqualTo(401);
        assertThat(status(signed(
                        ours().jwkURL(URI.create("http://localhost:1/jwks")).build(), claims, signer)))
                .isEqualTo(401);
    }

    @Test
    void refusesOurTokensOfAnotherType() throws Exception {
        var signer = new ECDSASigner(key);

        for (var type : new String[] {"JWT", "secevent+jwt", "id+jwt", "application/at+jwt"}) {
            var header = ours().type(new JOSEObjectType(type)).build();
            assertThat(status(signed(header, claims, signer))).as(type).isEqualTo(401);
        }
        assertThat(status(signed(ours().type(null).build(), claims, signer))).isEqualTo(401);
    }

    @Test
    void refusesAKeyUsedForAnotherAlgorithm() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(rsaKey.getKeyID())
                .build();

        assertThat(status(signed(header, claims, new RSASSASigner(rsaKey)))).isEqualTo(401);
    }

    @Test
    void refusesClaimsThatAreNotOurs() throws Exception {
        for (var change : Set.<UnaryOperator<JWTClaimsSet.Builder>>of(
                all -> all.issuer("https://elsewhere.test"),
                all -> all.issuer(null),
                all -> all.jwtID(null),
                all -> all.expirationTime(null),
                all -> all.expirationTime(Date.from(clock.instant())),
                all -> all.claim("application", null),
                all -> all.claim("token_generation", null),
                all -> all.claim("token_generation", "0"),
                all -> all.claim("token_generation", -1),
                all -> all.claim("credential_id", "nobody0000"),
                all -> all.claim("credential_id", 7),
                all -> all.audience(ISSUER),
                all -> all.audience(List.of(ISSUER + "/api", ISSUER)),
                all -> all.audience("https://orders.example.com"),
                all -> all.claim("application", "text"))) {
            var changed = change.apply(new JWTClaimsSet.Builder(claims)).build();
            assertThat(status(signed(ours().build(), changed, new ECDSASigner(key))))
                    .as(changed.toString())
                    .isEqualTo(401);
        }
    }

    @Test
    void refusesOneCharacterChangedInATokenItHasAccepted() {
        assertThat(status(genuine.serialize())).isEqualTo(200);
        var parts = genuine.serialize().split("\\.", -1);
        for (int part = 0; part < parts.length; part++) {
            var changed = parts.clone();
            var first = changed[part].charAt(5);
            changed[part] = changed[part].substring(0, 5) + (first == 'A' ? 'B' : 'A') + changed[part].substring(6);
            assertThat(status(String.join(".", changed))).isEqualTo(401);
        }
    }

    private JWSHeader.Builder ours() {
        return new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(key.getKeyID());
    }

    private String withHeader(String header) {
        var encoded = Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8));
        return encoded + "." + genuine.serialize().split("\\.", -1)[1];
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return signer instanceof ECDSASigner && isHigh(s(token)) ? withOtherS(token) : token.serialize();
    }

    /** The same token with the other of the two signatures that ECDSA takes: n − s in the place of s. */
    private static String withOtherS(SignedJWT token) {
        var signature = token.getSignature().decode();
        var other = ORDER.subtract(s(token));
        for (int i = signature.length - 1; i >= signature.length / 2; i--) {
            signature[i] = other.byteValue();
            other = other.shiftRight(8);
        }
        var compact = token.serialize();
        return compact.substring(0, compact.lastIndexOf('.') + 1) + Base64URL.encode(signature);
    }

    private static BigInteger s(SignedJWT token) {
        var signature = token.getSignature().decode();
        return new BigInteger(1, Arrays.copyOfRange(signature, signature.length / 2, signature.length));
    }

    private static boolean isHigh(BigInteger s) {
        return s.compareTo(ORDER.shiftRight(1)) > 0;
    }

    private int status(String token) {
        return http.get("/api/whoami", "Authorization", "Bearer " + token).status();
    }
}
