package io.keyledger.authorization.assertion;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which client assertions are accepted.
 *
 * @param algorithms            the signature algorithms allowed, of
 *                              {@code RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519}
 *                              (the last two are the old and the new name of one). Default
 *                              {@code PS256, PS384, PS512, ES256, ES384, ES512, EdDSA, Ed25519, RS256}, with one for
 *                              each key that a certificate may have
 * @param tokenEndpointAudience whether {@code aud} may be the address of the token endpoint as well, as older clients
 *                              send it. Default false: the metadata of another server can name this endpoint as its own
 * @param clockSkew             how far the clock of a client may be from this node's, in each claim; default 30 seconds
 */
@ConfigurationProperties("keyledger.assertions")
public record AssertionSettings(
        @DefaultValue({"PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519", "RS256"})
        List<String> algorithms,

        @DefaultValue("false") boolean tokenEndpointAudience,
        @DefaultValue("PT30S") Duration clockSkew) {
    private static final Set<String> KNOWN =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA", "Ed25519");

    public AssertionSettings {
        if (algorithms.isEmpty() || !KNOWN.containsAll(algorithms)) {
            throw new IllegalArgumentException("keyledger.assertions.algorithms are some of " + KNOWN);
        }
        algorithms = List.copyOf(algorithms);
    }

    boolean allows(JWSAlgorithm algorithm) {
        return algorithms.contains(algorithm.getName());
    }
}
