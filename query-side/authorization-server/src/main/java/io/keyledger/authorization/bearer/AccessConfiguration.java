package io.keyledger.authorization.bearer;

import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.jwt.TokenCheck;
import io.keyledger.authorization.limit.AnswerHeaders;
import io.keyledger.authorization.limit.Limits;
import io.keyledger.authorization.mtls.MutualTls;
import io.keyledger.authorization.use.SecurityReports;
import io.keyledger.kernel.kind.Kinds;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    // the pattern matching of Spring MVC, so that every address that reaches a controller passes the filter
    @Bean
    @Order(2)
    SecurityFilterChain api(
            TokenCheck tokens,
            Directory directory,
            Kinds kinds,
            ObjectProvider<Limits> limits,
            MutualTls tls,
            SecurityReports reports) {
        var callers = new Callers(directory, kinds);
        return new DefaultSecurityFilterChain(
                new OrRequestMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
                        PathPatternRequestMatcher.withDefaults().matcher(BearerTokenFilter.INVITATION)),
                AnswerHeaders.filter(),
                new BearerTokenFilter(tokens, callers, new ApiLimits(limits.getIfAvailable()), tls, reports),
                new TenantShareFilter());
    }
}
