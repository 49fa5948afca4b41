package io.keyledger.query.token.jwt;

import io.keyledger.query.token.directory.Directory;
import io.keyledger.query.token.key.SignatureCheck;
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
