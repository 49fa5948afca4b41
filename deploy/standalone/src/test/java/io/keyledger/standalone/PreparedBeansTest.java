package io.keyledger.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class PreparedBeansTest {
    private static final String SHIPPED =
            "Config resource 'class path resource [application.yaml]' via location 'optional:classpath:/'";

    @ParameterizedTest
    @CsvSource({
        "server.port, 9000",
        "server.forward-headers-strategy, native",
        "spring.application.json, {}",
        "keyledger.events.store, postgresql",
        "keyledger.mtls.port, 8443",
        "keyledger.rate-limits.enabled, false",
        "logging.level.root, debug",
        "springs.eternal, true"
    })
    void aSettingThatOurPartsReadAtEachStartLeavesThemFit(String name, String value) {
        assertThat(fitWith(new MapPropertySource("arguments", Map.of(name, value))))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "management.server.port, 9001",
        "spring.profiles.active, one",
        "spring.threads.virtual.enabled, false",
        "spring.ssl.bundle.pem.front.keystore.certificate, front.pem",
        "axon.metrics.enabled, true",
        "server.forward-headers-strategy, FRAMEWORK"
    })
    void aSettingThatDecidesWhichBeansThereAreDoesNot(String name, String value) {
        assertThat(fitWith(new MapPropertySource("arguments", Map.of(name, value))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MANAGEMENT_SERVER_PORT", "SPRING_PROFILES_ACTIVE", "AXON_METRICS_ENABLED"})
    void norDoesItAsAVariableOfTheEnvironment(String name) {
        assertThat(fitWith(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "1"))))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVER_PORT", "KEYLEDGER_DATA_DIR", "SPRING_APPLICATION_JSON", "JAVA_HOME"})
    void othersOfTheEnvironmentLeaveThemFit(String name) {
        assertThat(fitWith(new SystemEnvironmentPropertySource("systemEnvironment", Map.of(name, "1"))))
                .isTrue();
    }

    @Test
    void whatIsShippedDecidesWhatWasPrepared() {
        assertThat(fitWith(new MapPropertySource(SHIPPED, Map.of("spring.threads.virtual.enabled", true))))
                .isTrue();
    }

    private static boolean fitWith(PropertySource<?> settings) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(settings);
        ConfigurationPropertySources.attach(environment);
        return PreparedBeans.fit(environment);
    }
}
