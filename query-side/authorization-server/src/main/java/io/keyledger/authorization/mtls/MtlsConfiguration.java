package io.keyledger.authorization.mtls;

import io.keyledger.authorization.assertion.CertificateKeys;
import io.keyledger.authorization.jwt.Issuer;
import io.keyledger.http.connection.ConnectorBounds;
import java.time.Clock;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MtlsSettings.class)
class MtlsConfiguration {
    /** Null when no port is set. */
    @Bean
    @Nullable
    Connector mtlsConnector(MtlsSettings settings, SslBundles bundles, ConnectorBounds bounds) {
        if (settings.port() == null) {
            return null;
        }
        var identity = settings.bundle() == null ? pem(settings) : bundles.getBundle(settings.bundle());
        var connector = MtlsConnector.listening(settings.port(), identity);
        bounds.apply(connector);
        return connector;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> mtlsPort(Optional<Connector> mtlsConnector) {
        return factory -> mtlsConnector.ifPresent(factory::addAdditionalConnectors);
    }

    @Bean
    MutualTls mutualTls(MtlsSettings settings, Issuer issuer, Optional<Connector> mtlsConnector) {
        return new MutualTls(settings, issuer, mtlsConnector.orElse(null));
    }

    @Bean
    CertificateCheck certificateCheck(CertificateKeys keys, Clock clock) {
        return new CertificateCheck(keys, clock);
    }

    private static SslBundle pem(MtlsSettings settings) {
        var details = PemSslStoreDetails.forCertificate(settings.certificate())
                .withPrivateKey(settings.privateKey())
                .withPrivateKeyPassword(settings.privateKeyPassword());
        return SslBundle.of(new PemSslStoreBundle(details, null));
    }
}
