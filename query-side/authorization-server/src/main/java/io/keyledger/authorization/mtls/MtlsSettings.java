package io.keyledger.authorization.mtls;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The port for mutual TLS; there is none without {@code port}.
 *
 * @param port               the port to listen on; 0 lets the system choose
 * @param certificate        the server's certificate and its chain: PEM, or the location of a PEM file
 * @param privateKey         its private key: PEM, or the location of a PEM file
 * @param privateKeyPassword password of an encrypted private key
 * @param bundle             name of a {@code spring.ssl.bundle} to use instead of the three, such as a key store
 * @param address            address of the port for clients, such as {@code https://mtls.example.org}; default: https,
 *                           the issuer's host and the port
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
