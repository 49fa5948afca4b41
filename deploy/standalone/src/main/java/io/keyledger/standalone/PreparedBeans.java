package io.keyledger.standalone;

import java.util.List;
import org.springframework.aot.AotDetector;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.context.ApplicationListener;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.ClassUtils;

/**
 * Starts from the bean definitions that the build prepared (AOT), a second faster, if they fit this start. Conditions
 * on beans were evaluated with the settings of application.yaml; those of this service are evaluated at each start,
 * those of the frameworks are not. If a framework setting is changed, all definitions are made at the start.
 */
final class PreparedBeans implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final String PREPARED = Keyledger.class.getName() + "__ApplicationContextInitializer";
    private static final String SHIPPED = "class path resource [application.yaml]";

    private static final List<ConfigurationPropertyName> DECIDING = names("spring", "management", "axon");
    private static final List<ConfigurationPropertyName> HARMLESS =
            names("spring.application", "spring.config", "spring.context", "spring.output");
    private static final ConfigurationPropertyName FORWARDED =
            ConfigurationPropertyName.of("server.forward-headers-strategy");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var prepared = ClassUtils.isPresent(PREPARED, null) && fit(event.getEnvironment());
        SpringProperties.setProperty(AotDetector.AOT_ENABLED, Boolean.toString(prepared));
    }

    /** Whether the settings that decide about beans have their shipped values. */
    static boolean fit(ConfigurableEnvironment environment) {
        for (var source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource settings
                    && !isShipped(source)
                    && settings.stream().anyMatch(name -> decides(name, settings))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShipped(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof PropertySource<?> file
                && file.getName().contains(SHIPPED);
    }

    private static boolean decides(ConfigurationPropertyName name, ConfigurationPropertySource settings) {
        if (name.equals(FORWARDED)) {
            var value = settings.getConfigurationProperty(name);
            return value != null && "framework".equalsIgnoreCase(String.valueOf(value.getValue()));
        }
        return isUnder(DECIDING, name) && !isUnder(HARMLESS, name);
    }

    private static boolean isUnder(List<ConfigurationPropertyName> parents, ConfigurationPropertyName name) {
        return parents.stream().anyMatch(parent -> parent.isAncestorOf(name));
    }

    private static List<ConfigurationPropertyName> names(String... names) {
        return List.of(names).stream().map(ConfigurationPropertyName::of).toList();
    }
}
