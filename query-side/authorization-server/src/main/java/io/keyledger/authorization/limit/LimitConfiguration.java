package io.keyledger.authorization.limit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {
    /** Null when limits are switched off. */
    @Bean
    @Nullable
    Limits rateLimits(LimitSettings settings, Clock clock, ObjectProvider<MeterRegistry> meters) {
        if (!settings.enabled()) {
            return null;
        }
        var registry = meters.getIfAvailable(SimpleMeterRegistry::new);
        BiFunction<String, Integer, Limit> limit = (name, capacity) -> new Limit(
                capacity,
                settings.interval(),
                clock,
                registry.counter("keyledger.limit.refusals", "limit", name)::increment);
        return new Limits(
                limit.apply("token_per_client", settings.tokenPerClient()),
                limit.apply("token_per_address", settings.tokenPerAddress()),
                limit.apply("revocation_per_client", settings.revocationPerClient()),
                limit.apply("revocation_per_address", settings.revocationPerAddress()),
                limit.apply("api_per_client", settings.apiPerClient()),
                limit.apply("api_per_address", settings.apiPerAddress()),
                limit.apply("reports_per_address", settings.reportsPerAddress()),
                limit.apply("pages_per_address", settings.pagesPerAddress()));
    }

    /** All addresses that neither the OAuth endpoints nor the API have. */
    @Bean
    @Order(3)
    SecurityFilterChain pages(ObjectProvider<Limits> limits) {
        var filters = new ArrayList<Filter>(List.of(AnswerHeaders.ofPages()));
        limits.ifAvailable(some -> filters.add(new PageLimit(some)));
        return new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE, filters);
    }
}
