package io.keyledger.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** A key with a self-signed certificate, by which an app proves itself. */
record SigningKey(PrivateKey key, Certificate certificate) {
    private static final String PASSWORD = "changeit";
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    /** Made by the JDK's own tool. */
    static SigningKey create(Path directory) throws IOException, GeneralSecurityException, InterruptedException {
        var file = directory.resolve("key.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        tool,
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "app",
                        "-dname",
                        "CN=app",
                        "-validity",
                        "30",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        return new SigningKey((PrivateKey) store.getKey("app", PASSWORD.toCharArray()), store.getCertificate("app"));
    }

    /** The certificate as it is uploaded: DER in base64. */
    String encoded() throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(certificate.getEncoded());
    }

    /** An assertion (RFC 7523) that is good once, within a minute. */
    String assertion(String clientId, String audience, String keyId) throws JOSEException {
        var now = Clock.systemUTC().instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .expirationTime(Date.from(now.plus(A_MINUTE)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build();
        var signed = new SignedJWT(header, claims);
        signed.sign(new ECDSASigner((ECPrivateKey) key));
        return signed.serialize();
    }
}
