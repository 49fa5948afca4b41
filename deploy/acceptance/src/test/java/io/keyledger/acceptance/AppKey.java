package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A P-256 key pair with a self-signed certificate, made by the JDK's own tool. */
record AppKey(PrivateKey key, Certificate certificate) {
    private static final int DAYS = 365;
    private static final char[] PASSWORD = "changeit".toCharArray();

    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(ZoneOffset.UTC);

    /** One whose certificate holds for a month. */
    static AppKey create() throws IOException, GeneralSecurityException, InterruptedException {
        return endingAt(Instant.now().plus(Duration.ofDays(30)));
    }

    /** One whose certificate expires then, to the second; valid for a year before. */
    static AppKey endingAt(Instant end) throws IOException, GeneralSecurityException, InterruptedException {
        var directory = Files.createTempDirectory("keyledger-app-key");
        try {
            var file = directory.resolve("key.p12");
            keytool(file, end.minus(Duration.ofDays(DAYS)));
            var store = KeyStore.getInstance(file.toFile(), PASSWORD);
            return new AppKey((PrivateKey) store.getKey("app", PASSWORD), store.getCertificate("app"));
        } finally {
            Directories.delete(directory);
        }
    }

    String pem() throws GeneralSecurityException {
        var body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
    }

    /** An assertion of the client that lives for a minute. */
    String assertion(String clientId, String audience, String keyId, long now) throws GeneralSecurityException {
        var header = Map.of("alg", "ES256", "kid", keyId);
        var claims = Map.of(
                "iss", clientId,
                "sub", clientId,
                "aud", audience,
                "iat", now,
                "exp", now + 60,
                "jti", UUID.randomUUID().toString());
        var input = Jwt.encoded(Json.MAPPER.writeValueAsString(header)) + "."
                + Jwt.encoded(Json.MAPPER.writeValueAsString(claims));
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(input.getBytes(US_ASCII));
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static void keytool(Path file, Instant start) throws IOException, InterruptedException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(List.of(
                        tool,
                        "-J-Duser.timezone=UTC",
                        "-genkeypair",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "app",
                        "-dname",
                        "CN=app",
                        "-startdate",
                        START.format(start),
                        "-validity",
                        String.valueOf(DAYS),
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1"))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
