package io.keyledger.command.certificate;

import io.keyledger.kernel.problem.ErrorCode;
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
    private static final Set<String> STRONG_DIGESTS =
            Set.of("SHA-256", "SHA-384", "SHA-512", "SHA3-256", "SHA3-384", "SHA3-512");

    private SignatureStrength() {}

    static void check(X509Certificate certificate) {
        var name = certificate.getSigAlgName();
        if (!STRONG.matcher(name).matches() && !(name.equals("RSASSA-PSS") && isStrong(digest(certificate)))) {
            throw UploadRefusals.of(
                    ErrorCode.CERTIFICATE_SIGNATURE_TOO_WEAK, "a certificate is signed over SHA-256 or better");
        }
    }

    private static boolean isStrong(@Nullable String digest) {
        return digest != null && STRONG_DIGESTS.contains(digest);
    }

    private static @Nullable String digest(X509Certificate certificate) {
        try {
            var parameters = java.security.AlgorithmParameters.getInstance("RSASSA-PSS");
            parameters.init(certificate.getSigAlgParams());
            return parameters.getParameterSpec(PSSParameterSpec.class).getDigestAlgorithm();
        } catch (java.security.NoSuchAlgorithmException | java.io.IOException | InvalidParameterSpecException e) {
            return null;
        }
    }
}
