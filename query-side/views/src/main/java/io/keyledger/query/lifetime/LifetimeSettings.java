package io.keyledger.query.lifetime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator wants to be told about tokens.
 *
 * @param recommendedLifetime longer ones are pointed out, and still allowed
 */
@ConfigurationProperties("keyledger.token-lifetimes")
record LifetimeSettings(@DefaultValue("24h") Duration recommendedLifetime) {}
