import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes token requests with signed assertions (RFC 7523), one a line, each accepted once within five minutes.
 * Arguments: client id, issuer, private key (PKCS#8 DER), its type (EC or RSA), certificate (DER), how many.
 */
public class Assertions {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    public static void main(String[] args) throws Exception {
        var isEc = args[3].equals("EC");
        var key = KeyFactory.getInstance(args[3])
                .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(Path.of(args[2]))));
        var thumbprint = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(Path.of(args[4])));
        var header = encoded("{\"alg\":\"%s\",\"kid\":\"%s\"}"
                .formatted(isEc ? "ES256" : "RS256", BASE64.encodeToString(thumbprint)));
        var ends = Clock.systemUTC().instant().getEpochSecond() + 280;
        var out = new StringBuilder();
        for (int i = Integer.parseInt(args[5]); i > 0; i--) {
            var claims = encoded("{\"iss\":\"%s\",\"sub\":\"%s\",\"aud\":\"%s\",\"exp\":%d,\"jti\":\"%s\"}"
                    .formatted(args[0], args[0], args[1], ends, UUID.randomUUID()));
            var signed = header + '.' + claims;
            out.append("grant_type=client_credentials&client_assertion_type=")
                    .append("urn:ietf:params:oauth:client-assertion-type:jwt-bearer&client_assertion=")
                    .append(signed + '.' + signature(key, isEc, signed))
                    .append('\n');
        }
        System.out.print(out);
    }

    private static String signature(PrivateKey key, boolean isEc, String signed) throws Exception {
        var signature = Signature.getInstance(isEc ? "SHA256withECDSAinP1363Format" : "SHA256withRSA");
        signature.initSign(key);
        signature.update(signed.getBytes(StandardCharsets.US_ASCII));
        return BASE64.encodeToString(signature.sign());
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }
}
