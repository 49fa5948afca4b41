package io.keyledger.authorization.limit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests are answered in an interval; further ones get 429. Each node counts for itself. An address is that of
 * the sender, of IPv6 its /64 network; see {@code keyledger.trusted-proxies}.
 *
 * @param enabled           default true
 * @param interval          default one minute
 * @param tokenPerClient    token requests of one authenticated client; a public client counts separately for each
 *                          address
 * @param tokenPerAddress   token requests from one address, whatever client they name
 * @param revocationPerClient  revocations by one client, counted as its token requests are, but apart from them
 * @param revocationPerAddress revocations from one address
 * @param apiPerClient      API requests with tokens of one client
 * @param apiPerAddress     API requests from one address
 * @param reportsPerAddress writes without a token from one address, such as reports of leaked secrets and activations
 * @param pagesPerAddress   requests from one address for pages and published documents, such as the public keys
 */
@ConfigurationProperties("keyledger.rate-limits")
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("PT1M") Duration interval,
        @DefaultValue("600") int tokenPerClient,
        @DefaultValue("3000") int tokenPerAddress,
        @DefaultValue("600") int revocationPerClient,
        @DefaultValue("3000") int revocationPerAddress,
        @DefaultValue("6000") int apiPerClient,
        @DefaultValue("12000") int apiPerAddress,
        @DefaultValue("60") int reportsPerAddress,
        @DefaultValue("3000") int pagesPerAddress) {}
