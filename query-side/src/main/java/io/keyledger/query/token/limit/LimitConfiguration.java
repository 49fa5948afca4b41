package io.keyledger.query.token.limit;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {
    @Bean
    @ConditionalOnBooleanProperty(name = "keyledger.rate-limits.enabled", matchIfMissing = true)
    Limits rateLimits(LimitSettings settings, Clock clock) {
        var interval = settings.interval();
        return new Limits(
                new Limit(settings.tokenPerClient(), interval, clock),
                new Limit(settings.tokenPerAddress(), interval, clock),
                new Limit(settings.apiPerClient(), interval, clock),
                new Limit(settings.apiPerAddress(), interval, clock),
                new Limit(settings.reportsPerAddress(), interval, clock));
    }
}
