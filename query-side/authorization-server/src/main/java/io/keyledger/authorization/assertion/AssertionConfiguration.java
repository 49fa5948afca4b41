package io.keyledger.authorization.assertion;

import io.keyledger.authorization.jwt.Issuer;
import io.keyledger.authorization.key.CryptoProvider;
import io.keyledger.kernel.assertion.UsedAssertions;
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
