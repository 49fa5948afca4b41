package io.keyledger.authorization.jwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.key.CompactJws;
import io.keyledger.authorization.key.SignatureCheck;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies signatures of tokens and caches the claims: a client sends one token many times, and its signature is
 * checked once. Only hashes of tokens are kept, and only of valid ones. Thread-safe.
 */
final class SignedTokens {
    private static final int KEPT = 2000;
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
    private static final Map<JWSAlgorithm, JOSEObjectType> TYPES = Map.of(
            JWSAlgorithm.ES256, TokenCheck.AT_JWT,
            JWSAlgorithm.RS256, TokenCheck.AT_JWT,
            JWSAlgorithm.RS512, JOSEObjectType.JWT);

    private final SignatureCheck signatures;
    private final Cache<ByteBuffer, Signed> kept =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    SignedTokens(SignatureCheck signatures) {
        this.signatures = signatures;
    }

    /** The claims of the token, when a key that is still published signed it. */
    Optional<JWTClaimsSet> claims(String compact) {
        var signed = kept.get(hash(compact), hash -> check(compact));
        return signed != null && signatures.isOurs(signed.keyId()) ? Optional.of(signed.claims()) : Optional.empty();
    }

    private @Nullable Signed check(String compact) {
        return CompactJws.read(compact)
                .filter(read -> isOurs(read.token().getHeader()) && signatures.isValid(read.token()))
                .map(read -> new Signed(read.token().getHeader().getKeyID(), read.claims()))
                .orElse(null);
    }

    private static boolean isOurs(JWSHeader header) {
        var type = TYPES.get(header.getAlgorithm());
        return type != null
                && type.equals(header.getType())
                && header.getIncludedParams().equals(HEADER);
    }

    private static ByteBuffer hash(String compact) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(compact.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private record Signed(String keyId, JWTClaimsSet claims) {}
}
