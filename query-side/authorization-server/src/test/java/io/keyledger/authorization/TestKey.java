package io.keyledger.authorization;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** A key pair with a self-signed certificate, as an app's owner makes them; signs any claims. */
record TestKey(PrivateKey key, X509Certificate certificate, KeyStore store) {
    static final char[] PASSWORD = "changeit".toCharArray();

    private static final Map<String, TestKey> MADE = new ConcurrentHashMap<>();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** The key that this JVM has for the algorithm of JOSE; another one for each name. */
    static TestKey of(String algorithm, String name) {
        return MADE.computeIfAbsent(algorithm + name, any -> made(algorithm));
    }

    static TestKey of(String algorithm) {
        return of(algorithm, "");
    }

    String thumbprint() {
        return BASE64.encodeToString(digest("SHA-256", encoded()));
    }

    /** The thumbprint of {@code x5t}. */
    String sha1() {
        return BASE64.encodeToString(digest("SHA-1", encoded()));
    }

    String der() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    /** A JWS over these claims with exactly this header besides {@code alg}. */
    String sign(String algorithm, Map<String, ?> header, Map<String, ?> claims) {
        var complete = new java.util.HashMap<String, Object>(header);
        complete.put("alg", algorithm);
        var input = part(complete) + "." + part(claims);
        return input + "." + BASE64.encodeToString(signature(algorithm, input.getBytes(US_ASCII)));
    }

    static String part(Map<String, ?> members) {
        return BASE64.encodeToString(
                JsonMapper.shared().writeValueAsString(members).getBytes(UTF_8));
    }

    private byte[] signature(String algorithm, byte[] input) {
        try {
            var signature = Signature.getInstance(
                    switch (algorithm) {
                        case "RS256" -> "SHA256withRSA";
                        case "PS256", "PS384", "PS512" -> "RSASSA-PSS";
                        case "ES256" -> "SHA256withECDSAinP1363Format";
                        case "ES384" -> "SHA384withECDSAinP1363Format";
                        case "ES512" -> "SHA512withECDSAinP1363Format";
                        default -> "Ed25519";
                    });
            if (algorithm.startsWith("PS")) {
                signature.setParameter(pss(Integer.parseInt(algorithm.substring(2))));
            }
            signature.initSign(key);
            signature.update(input);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static AlgorithmParameterSpec pss(int bits) {
        var digest = "SHA-" + bits;
        return new PSSParameterSpec(digest, "MGF1", new MGF1ParameterSpec(digest), bits / Byte.SIZE, 1);
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String algorithm, byte[] bytes) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestKey made(String algorithm) {
        try {
            var directory = Files.createTempDirectory("keyledger-keys");
            var file = directory.resolve("key.p12");
            keytool(algorithm, file);
            var store = KeyStore.getInstance(file.toFile(), PASSWORD);
            Files.delete(file);
            Files.delete(directory);
            var key = (PrivateKey) store.getKey("key", PASSWORD);
            return new TestKey(key, (X509Certificate) store.getCertificate("key"), store);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keytool(String algorithm, Path file) throws IOException, InterruptedException {
        var kind = switch (algorithm) {
            case "RS256", "PS256", "PS384", "PS512" -> List.of("RSA", "-keysize", "2048");
            case "RSASSA-PSS" -> List.of("RSASSA-PSS", "-keysize", "2048");
            case "ES256" -> List.of("EC", "-groupname", "secp256r1");
            case "ES384" -> List.of("EC", "-groupname", "secp384r1");
            case "ES512" -> List.of("EC", "-groupname", "secp521r1");
            default -> List.of("Ed25519");
        };
        var command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-J-XX:TieredStopAtLevel=1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                "key",
                "-dname",
                "CN=app",
                "-validity",
                "36500",
                "-ext",
                "san=dns:localhost",
                "-keyalg"));
        command.addAll(kind);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }
}
