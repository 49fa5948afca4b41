package io.keyledger.authorization.jwt;

import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.key.SignatureCheck;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class JwtConfiguration {
    @Bean
    Issuer tokenIssuer(Environment settings) {
        return new Issuer(settings);
    }

    @Bean
    TokenCheck tokenCheck(SignatureCheck signatures, Directory directory, Issuer issuer, Clock clock) {
        return new TokenCheck(signatures, directory, issuer, clock);
    }
}
