package io.keyledger.authorization.key;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.keyledger.authorization.assertion.ClientAssertion;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever anybody sends as a JWT is read or refused, and never ends in an exception. */
class CompactJwsProperties {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "7",
            "-1",
            "1e400",
            "99999999999999999999",
            "\"x\"",
            "\"\"",
            "[]",
            "[null]",
            "[[]]",
            "{}",
            "{\"kty\":\"EC\"}",
            "[\"x\"]",
            "\"\\ud800\"",
            "\"https://a b\"",
            "[\"AA\"]",
            "\"ES256\"",
            "\"none\"",
            "\"HS256\"",
            "{\"a\":null}",
            "\"NaN\"",
            "false");
    private static final List<String> NAMES = List.of(
            "alg",
            "typ",
            "cty",
            "kid",
            "jku",
            "jwk",
            "x5u",
            "x5c",
            "x5t",
            "x5t#S256",
            "crit",
            "b64",
            "iss",
            "sub",
            "aud",
            "exp",
            "nbf",
            "iat",
            "jti",
            "scope",
            "application",
            "cnf",
            "credential_id",
            "token_generation",
            "");
    private static final ECDSAVerifier VERIFIER = verifier();

    @Property(tries = 3000)
    void readsOrRefusesWhateverIsSent(@ForAll("texts") String compact) throws Exception {
        var read = CompactJws.read(compact);

        ClientAssertion.read(compact);
        if (read.isPresent()) {
            assertThat(read.get().token().getHeader().getAlgorithm()).isNotNull();
            assertThat(read.get().claims()).isNotNull();
            if (JWSAlgorithm.ES256.equals(read.get().token().getHeader().getAlgorithm())) {
                assertThat(read.get().token().verify(VERIFIER)).isFalse();
            }
        }
    }

    @Property(tries = 1)
    void readsWhatIsSound() {
        assertThat(CompactJws.read(encoded("{\"alg\":\"ES256\"}") + "." + encoded("{\"iss\":\"a\"}") + ".AAAA"))
                .hasValueSatisfying(
                        read -> assertThat(read.claims().getIssuer()).isEqualTo("a"));
    }

    @Provide
    Arbitrary<String> texts() {
        var part = Arbitraries.frequencyOf(
                Tuple.of(6, objects().map(CompactJwsProperties::encoded)),
                Tuple.of(2, Arbitraries.of(VALUES).map(CompactJwsProperties::encoded)),
                Tuple.of(1, Arbitraries.strings().ofMaxLength(20)),
                Tuple.of(1, Arbitraries.of("", "e30", "bnVsbA", "AA", "=", "e30=", "[".repeat(2000))));
        return part.list().ofMinSize(1).ofMaxSize(5).map(parts -> String.join(".", parts));
    }

    private static Arbitrary<String> objects() {
        var member = Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(VALUES))
                .as((name, value) -> "\"" + name + "\":" + value);
        return member.list().ofMaxSize(4).map(members -> "{\"alg\":\"ES256\"" + join(members) + "}");
    }

    private static String join(List<String> members) {
        return members.isEmpty() ? "" : "," + String.join(",", members);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static ECDSAVerifier verifier() {
        try {
            return new ECDSAVerifier(new ECKeyGenerator(Curve.P_256).generate().toECPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
