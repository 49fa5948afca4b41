package io.keyledger.standalone;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches Spring Boot's own handling of {@code X-Forwarded-*} and {@code Forwarded} off, whatever the settings say: it
 * believes every sender in a private network, and is on by itself in Kubernetes. {@code keyledger.trusted-proxies} takes
 * its place.
 */
final class IgnoredForwarding implements EnvironmentPostProcessor, Ordered {
    private static final Map<String, Object> OFF = Map.of(
            "server.forward-headers-strategy", "none",
            "server.tomcat.remoteip.remote-ip-header", "",
            "server.tomcat.remoteip.protocol-header", "");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addFirst(new MapPropertySource("ignored-forwarding", OFF));
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
