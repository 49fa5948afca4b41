package io.keyledger.authorization.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are answered in an interval; more are 429. Each node counts for itself.
 *
 * @param enabled         default true
 * @param interval        default one minute
 * @param tokenPerClient  token requests of one client that said truly who it is; of one public client: from one address
 * @param tokenPerAddress token requests from one address, whoever it says it is
 * @param apiPerClient    API requests with tokens of one client
 * @param apiPerAddress   API requests from one address
 * @param reportsPerAddress what is written without a token from one address: reports of leaked secrets
 */
@ConfigurationProperties("keyledger.rate-limits")
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT1M") Duration interval,
        @DefaultValue("600") int tokenPerClient,
        @DefaultValue("3000") int tokenPerAddress,
        @DefaultValue("6000") int apiPerClient,
        @DefaultValue("12000") int apiPerAddress,
        @DefaultValue("60") int reportsPerAddress) {}
