package io.keyledger.http.connection;

import java.util.concurrent.Executors;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/** Bounds of the operator's port, if it is one of its own: whoever reaches it can neither end the node nor hold up others. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class OperatorPort {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> boundedOperatorConnections(ConnectionSettings settings) {
        var bounds = ConnectorBounds.ofOperator(settings);
        return server -> {
            server.setProtocol(BoundedProtocol.class.getName());
            server.addConnectorCustomizers(bounds::apply, OperatorPort::giveThreads);
            server.addEngineValves(new OperatorValve());
        };
    }

    /**
     * A thread of the operating system for each request: what takes a processor here for long, such as writing all metrics,
     * shares it with the virtual threads of the API, which among themselves would wait for its end. There are no more than
     * connections.
     */
    private static void giveThreads(Connector connector) {
        connector
                .getProtocolHandler()
                .setExecutor(Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("operator-", 0).factory()));
    }
}
