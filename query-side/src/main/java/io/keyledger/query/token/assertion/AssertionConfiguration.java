package io.keyledger.query.token.assertion;

import io.keyledger.kernel.assertion.UsedAssertions;
import io.keyledger.query.token.jwt.Issuer;
import io.keyledger.query.token.key.CryptoProvider;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AssertionSettings.class)
class AssertionConfiguration {
    @Bean
    AssertionCheck assertionCheck(
            AssertionSettings settings, CryptoProvider crypto, UsedAssertions used, Issuer issuer, Clock clock) {
        return new AssertionCheck(settings, new CertificateKeys(crypto), used, issuer, clock);
    }
}
