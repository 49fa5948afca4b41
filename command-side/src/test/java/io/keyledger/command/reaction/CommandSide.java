package io.keyledger.command.reaction;

import io.keyledger.command.access.InviterRights;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.permission.ApiPermissions;
import io.keyledger.kernel.secret.Pepper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/** Starts the whole command side but its controllers, on a directory. No timer runs. */
public final class CommandSide {
    private CommandSide() {}

    public static ConfigurableApplicationContext start(Path directory) {
        return start(directory, List.of());
    }

    /**
     * Starts it with more.
     *
     * @param more     configurations beside its own
     * @param settings name and value, such as {@code keyledger.events.store=postgresql}
     */
    static ConfigurableApplicationContext start(Path directory, List<Class<?>> more, String... settings) {
        var arguments = new ArrayList<>(List.of(
                "--keyledger.data-dir=" + directory,
                "--keyledger.issuer=https://ledger.example/",
                "--axon.update-check.enabled=false",
                "--axon.serializer.general=jackson3",
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn"));
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        return new SpringApplicationBuilder(Parts.class)
                .sources(more.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .run(arguments.toArray(String[]::new));
    }

    /** Every event of the ledger, in order. */
    public static List<EventMessage<?>> events(ConfigurableApplicationContext ledger) {
        return ledger.getBean(EventStorageEngine.class)
                .readEvents(null, false)
                .<EventMessage<?>>map(e -> e)
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = "io.keyledger.command",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*\\.web\\..*", ".*Test.*", ".*\\.Counter.*", ".*\\.ExpiryTimer"}))
    static class Parts {
        @Bean
        Pepper pepper() {
            return new Pepper("p1", Map.of("p1", new byte[32]));
        }

        /** Views say it in the service. */
        @Bean
        InviterRights inviterRights() {
            return (actorKind, actorId, organization, role) -> true;
        }

        @Bean
        Kinds kinds() {
            return Kinds.shipped();
        }

        @Bean
        ApiPermissions apiPermissions() {
            return ApiPermissions.shipped();
        }
    }
}
