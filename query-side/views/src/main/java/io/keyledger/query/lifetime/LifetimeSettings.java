package io.keyledger.query.lifetime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's settings for token lifetimes.
 *
 * @param recommendedLifetime longer ones are reported as such, and still allowed
 */
@ConfigurationProperties("keyledger.token-lifetimes")
record LifetimeSettings(@DefaultValue("24h") Duration recommendedLifetime) {}
