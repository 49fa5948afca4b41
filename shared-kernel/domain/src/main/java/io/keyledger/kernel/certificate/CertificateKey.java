package io.keyledger.kernel.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/**
 * A public key with which an app can sign in: it verifies signatures of at least one algorithm, and nobody can make
 * them without the private key. Uploads are checked by it, and every key again before a signature or a handshake
 * counts, so that what is accepted and what can sign in are the same.
 *
 * @param key        as the JDK parsed it
 * @param type       {@code RSA}, {@code EC} or {@code OKP}, as in RFC 7518 and RFC 8037
 * @param size       bits
 * @param algorithms names of the algorithms whose signatures it verifies, as in RFC 7518, RFC 8037 and RFC 9864; an
 *                   RSASSA-PSS key has those of its own digest alone (RFC 4055 section 1.2)
 */
public record CertificateKey(PublicKey key, String type, int size, Set<String> algorithms) {
    public CertificateKey {
        algorithms = Set.copyOf(algorithms);
    }

    /**
     * The key, checked.
     *
     * @throws InvalidValue CERTIFICATE_KEY_TOO_WEAK, CERTIFICATE_KEY_UNSUPPORTED or CERTIFICATE_KEY_INVALID
     */
    public static CertificateKey of(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> RsaKeys.checked(rsa);
            case ECPublicKey elliptic -> EllipticKeys.checked(elliptic);
            case EdECPublicKey edwards -> EdwardsKeys.checked(edwards);
            default -> throw unsupported("a key is RSA, EC or Ed25519");
        };
    }

    static InvalidValue tooWeak(String detail) {
        return refused(ErrorCode.CERTIFICATE_KEY_TOO_WEAK, detail);
    }

    static InvalidValue unsupported(String detail) {
        return refused(ErrorCode.CERTIFICATE_KEY_UNSUPPORTED, detail);
    }

    static InvalidValue invalid(String detail) {
        return refused(ErrorCode.CERTIFICATE_KEY_INVALID, detail);
    }

    private static InvalidValue refused(ErrorCode code, String detail) {
        return new InvalidValue(new Refusal(code, detail));
    }
}
