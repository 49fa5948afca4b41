package io.keyledger.command.bus;

import io.keyledger.command.eventstore.EventStoreSetup;
import io.keyledger.command.eventstore.TestStore;
import io.keyledger.command.startup.ProcessConfiguration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Starts the command side's store and bus alone, without a web server. */
public final class TestLedger {
    private TestLedger() {}

    static ConfigurableApplicationContext start(Path directory, String... settings) {
        return start(List.of(Parts.class), directory, settings);
    }

    public static ConfigurableApplicationContext start(List<Class<?>> sources, Path directory, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--keyledger.data-dir=" + directory,
                "--axon.update-check.enabled=false",
                "--axon.serializer.general=jackson3",
                "--spring.main.banner-mode=off",
                "--logging.level.org.springframework.context.annotation.AnnotationConfigApplicationContext=error",
                "--logging.level.root=warn"));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({ProcessConfiguration.class, EventStoreSetup.class, BusSetup.class, Counter.class})
    public static class Parts {
        @Bean(defaultCandidate = false)
        @Primary
        @Qualifier("eventSerializer")
        Serializer eventsOfTests() {
            return TestStore.JSON;
        }
    }
}
