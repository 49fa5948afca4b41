package io.keyledger.authorization.mtls;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The port for mutual TLS; there is none without {@code port}.
 *
 * @param port               where it listens; 0 lets the system choose
 * @param certificate        the server's certificate and what follows it in its chain: PEM, or where the PEM is
 * @param privateKey         its private key: PEM, or where the PEM is
 * @param privateKeyPassword what an encrypted private key is opened with
 * @param bundle             name of a {@code spring.ssl.bundle} to take in place of the three, such as a key store
 * @param address            how clients reach the port, such as {@code https://mtls.example.org}; default: https, the
 *                           issuer's host and the port
 */
@ConfigurationProperties("keyledger.mtls")
record MtlsSettings(
        @Nullable Integer port,
        @Nullable String certificate,
        @Nullable String privateKey,
        @Nullable String privateKeyPassword,
        @Nullable String bundle,
        @Nullable String address) {
    MtlsSettings {
        if (port != null && bundle == null && (certificate == null || privateKey == null)) {
            throw new IllegalArgumentException(
                    "keyledger.mtls.port needs keyledger.mtls.certificate and keyledger.mtls.private-key, or keyledger.mtls.bundle");
        }
    }

    @Override
    public String toString() {
        return "MtlsSettings[" + port + "]";
    }
}
