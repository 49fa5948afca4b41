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
    CertificateKeys certificateKeys(CryptoProvider crypto) {
        return new CertificateKeys(crypto);
    }

    @Bean
    AssertionCheck assertionCheck(
            AssertionSettings settings, CertificateKeys keys, UsedAssertions used, Issuer issuer, Clock clock) {
        return new AssertionCheck(settings, keys, used, issuer, clock);
    }
}
