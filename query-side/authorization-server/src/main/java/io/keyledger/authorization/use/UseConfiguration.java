package io.keyledger.authorization.use;

import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.audit.UntoldRefusals;
import io.keyledger.view.store.ViewsDatabase;
import io.keyledger.view.use.LastUses;
import io.keyledger.view.use.UseFollower;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class UseConfiguration {
    @Bean
    CredentialUses credentialUses(Clock clock) {
        return new CredentialUses(clock);
    }

    @Bean
    LastUseWriter useWriter(
            CredentialUses uses,
            ViewsDatabase views,
            ObjectProvider<UseFollower> followers,
            ScheduledExecutorService viewsExecutor) {
        return new LastUseWriter(
                uses, new LastUses(views), followers.orderedStream().toList(), viewsExecutor);
    }

    @Bean
    UnusedCredentials unusedCredentials(CredentialUses uses, ViewsDatabase views) {
        return new UnusedCredentials(uses, new LastUses(views));
    }

    @Bean
    RetiredUses retiredUses(CommandGateway commands, Clock clock) {
        return new RetiredUses(commands, clock);
    }

    @Bean
    SecurityReports securityReports(CommandGateway commands, Clock clock, UntoldRefusals kept, Randomness randomness) {
        return new SecurityReports(commands, clock, kept, randomness.id());
    }

    @Bean
    SecurityReportWriter securityTeller(SecurityReports reports, ScheduledExecutorService viewsExecutor) {
        return new SecurityReportWriter(reports, viewsExecutor);
    }
}
