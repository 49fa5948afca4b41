package io.keyledger.http.connection;

import io.keyledger.kernel.Randomness;
import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Bounds of the web server's connections, and how strictly its requests are read. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(ConnectionSettings.class)
public class ConnectionAutoConfiguration {
    /** The networks of the operator's own proxies; none: what a request says of its way here is ignored. */
    @Bean
    TrustedProxies trustedProxies(@Value("${keyledger.trusted-proxies:}") List<String> networks) {
        return new TrustedProxies(networks);
    }

    @Bean
    ConnectorBounds connectorBounds(ConnectionSettings settings, TrustedProxies proxies) {
        return new ConnectorBounds(settings, proxies);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedConnections(
            ConnectorBounds bounds, TrustedProxies proxies, ObjectProvider<Randomness> randomness) {
        return server -> bound(server, bounds, proxies, randomness.getIfAvailable(Randomness::new));
    }

    /** Bounds a web server. */
    static void bound(
            TomcatServletWebServerFactory server,
            ConnectorBounds bounds,
            TrustedProxies proxies,
            Randomness randomness) {
        server.setProtocol(BoundedProtocol.class.getName());
        server.addConnectorCustomizers(bounds::apply);
        server.addEngineValves(new StrictHeadersValve(randomness));
        if (!proxies.isEmpty()) {
            server.addEngineValves(new ForwardedAddressesValve(), senderOf(proxies));
        }
    }

    /**
     * Takes the sender's address from {@code X-Forwarded-For}, of which only what trusted proxies wrote counts: from its end
     * the first address that is not one of theirs.
     */
    private static RemoteIpValve senderOf(TrustedProxies proxies) {
        var valve = new RemoteIpValve();
        valve.setInternalProxies(proxies.toString());
        valve.setProtocolHeader("X-Forwarded-Proto");
        return valve;
    }
}
