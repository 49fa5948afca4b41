package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidParameterSpecException;
import java.security.spec.PSSParameterSpec;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses certificates signed over a digest weaker than SHA-256 or by an algorithm that is not listed here. */
final class SignatureStrength {
    private static final Pattern STRONG =
            Pattern.compile("(?i)SHA(3-)?(256|384|512)with(RSA|ECDSA|DSA)|Ed(DSA|25519|448)|ML-DSA.*");
    private static final Pattern WEAK = Pattern.compile("(?i)(MD2|MD4|MD5|SHA1?|SHA-?1|SHA-?224|SHA3-224)with.*");
    private static final Set<String> STRONG_DIGESTS =
            Set.of("SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512");
    private static final String PSS = "RSASSA-PSS";

    private SignatureStrength() {}

    static void check(X509Certificate certificate) {
        var name = certificate.getSigAlgName();
        var digest = name.equals(PSS) ? digest(certificate) : null;
        if (WEAK.matcher(name).matches() || (digest != null && !STRONG_DIGESTS.contains(digest))) {
            throw UploadRefusals.of(
                    ErrorCode.CERTIFICATE_SIGNATURE_TOO_WEAK, "a certificate is signed over SHA-256 or better");
        }
        if (digest == null && !STRONG.matcher(name).matches()) {
            throw UploadRefusals.of(
                    ErrorCode.CERTIFICATE_SIGNATURE_UNSUPPORTED,
                    "a certificate is signed by RSA, ECDSA, DSA, EdDSA or ML-DSA");
        }
    }

    /** Null when the parameters cannot be read. */
    private static @Nullable String digest(X509Certificate certificate) {
        try {
            var parameters = AlgorithmParameters.getInstance(PSS);
            parameters.init(certificate.getSigAlgParams());
            return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
        } catch (NoSuchAlgorithmException | IOException | InvalidParameterSpecException e) {
            return null;
        }
    }
}
