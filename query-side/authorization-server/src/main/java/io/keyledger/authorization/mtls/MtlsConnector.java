package io.keyledger.authorization.mtls;

import io.keyledger.http.connection.BoundedProtocol;
import java.util.Objects;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfig.CertificateVerification;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.boot.ssl.SslBundle;

/** Makes the connector: TLS 1.2 or later, with an optional client certificate. */
final class MtlsConnector {
    private MtlsConnector() {}

    static Connector listening(int port, SslBundle identity) {
        var protocol = new BoundedProtocol();
        protocol.setSSLEnabled(true);
        protocol.setMaxKeepAliveRequests(-1);
        protocol.setExecutor(new VirtualThreadExecutor("mtls-"));
        protocol.addSslHostConfig(tls(identity));
        var connector = new Connector(protocol);
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        return connector;
    }

    private static SSLHostConfig tls(SslBundle identity) {
        var config = new SSLHostConfig();
        config.setProtocols("TLSv1.2,TLSv1.3");
        config.setCertificateVerification(CertificateVerification.OPTIONAL.name());
        config.setTrustManagerClassName(AnyCertificate.class.getName());
        config.addCertificate(certificate(config, identity));
        return config;
    }

    private static SSLHostConfigCertificate certificate(SSLHostConfig config, SslBundle identity) {
        var certificate = new SSLHostConfigCertificate(config, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystore(identity.getStores().getKeyStore());
        // Tomcat's own default is another password
        certificate.setCertificateKeystorePassword(
                Objects.requireNonNullElse(identity.getStores().getKeyStorePassword(), ""));
        if (identity.getKey().getAlias() != null) {
            certificate.setCertificateKeyAlias(identity.getKey().getAlias());
        }
        if (identity.getKey().getPassword() != null) {
            certificate.setCertificateKeyPassword(identity.getKey().getPassword());
        }
        return certificate;
    }
}
