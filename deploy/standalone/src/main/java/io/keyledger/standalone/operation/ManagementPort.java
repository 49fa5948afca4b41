package io.keyledger.standalone.operation;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The port of the API answers only whether the node is live and ready. With a port of its own
 * ({@code management.server.port}) the operator gets the other endpoints there: from this machine alone unless
 * {@code management.server.address} says otherwise, because callers of that port are not authenticated.
 */
final class ManagementPort implements EnvironmentPostProcessor {
    private static final String PORT = "management.server.port";
    private static final Map<String, Object> OPEN = Map.of(
            "management.server.address", "127.0.0.1",
            "management.endpoints.web.exposure.include", "health,prometheus,views,users",
            "management.endpoint.health.show-details", "always",
            "management.endpoint.health.probes.add-additional-paths", "true");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var port = environment.getProperty(PORT, "");
        if (!port.isBlank() && !port.equals(environment.getProperty("server.port"))) {
            environment.getPropertySources().addLast(new MapPropertySource("management-port", OPEN));
        }
    }
}
