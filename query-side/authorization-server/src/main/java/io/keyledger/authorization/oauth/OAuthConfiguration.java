package io.keyledger.authorization.oauth;

import io.keyledger.authorization.assertion.AssertionCheck;
import io.keyledger.authorization.directory.Directory;
import io.keyledger.authorization.jwt.Issuer;
import io.keyledger.authorization.jwt.TokenCheck;
import io.keyledger.authorization.key.KeySettings;
import io.keyledger.authorization.key.SigningKeys;
import io.keyledger.authorization.limit.AnswerHeaders;
import io.keyledger.authorization.limit.Limits;
import io.keyledger.authorization.mtls.CertificateCheck;
import io.keyledger.authorization.mtls.MutualTls;
import io.keyledger.authorization.use.CredentialUses;
import io.keyledger.authorization.use.RetiredUses;
import io.keyledger.authorization.use.SecurityReports;
import io.keyledger.authorization.use.UnusedCredentials;
import io.keyledger.kernel.Randomness;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.secret.Pepper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@Import({OAuthContract.class, PublishedDocuments.class})
class OAuthConfiguration {
    @Bean
    RegisteredClients registeredClients(Directory directory, Kinds kinds) {
        return new RegisteredClients(directory, kinds);
    }

    @Bean
    SecretCheck secretCheck(Pepper pepper, RetiredUses retiredUses, Clock clock) {
        return new SecretCheck(pepper, retiredUses, clock);
    }

    @Bean
    PolicyGuard policyGuard(Directory directory, Kinds kinds, UnusedCredentials unused, Clock clock) {
        return new PolicyGuard(directory, kinds, unused, clock);
    }

    @Bean
    GrantValidator grantValidator(Kinds kinds, SecurityReports reports, TokenMeters meters) {
        return new GrantValidator(kinds, reports, meters);
    }

    @Bean
    TokenMeters tokenMeters(ObjectProvider<MeterRegistry> registry, KeySettings settings) {
        return new TokenMeters(registry.getIfAvailable(SimpleMeterRegistry::new), settings.oauthAlgorithm());
    }

    // a bean, so that Spring Boot makes no default user with a generated password
    @Bean
    ClientAuthenticator clientAuthenticator(
            Directory directory,
            RegisteredClients registered,
            Kinds kinds,
            SecretCheck secretCheck,
            AssertionCheck assertions,
            CertificateCheck certificates,
            PolicyGuard policies,
            CredentialUses uses,
            SecurityReports reports,
            TokenMeters meters) {
        return new ClientAuthenticator(
                directory, registered, kinds, secretCheck, assertions, certificates, policies, uses, reports, meters);
    }

    @Bean
    AccessTokenGenerator accessTokenGenerator(
            TokenClaims claims,
            SigningKeys keys,
            KeySettings settings,
            CredentialUses uses,
            TokenMeters meters,
            Clock clock) {
        return new AccessTokenGenerator(claims, new ClaimsJson(), keys, settings.oauthAlgorithm(), uses, meters, clock);
    }

    @Bean
    TokenClaims tokenClaims(Issuer issuer, Directory directory, Kinds kinds, Randomness randomness) {
        return new TokenClaims(issuer, directory, kinds, randomness);
    }

    @Bean
    @Order(1)
    SecurityFilterChain oauthEndpoints(
            JsonMapper json,
            ClientAuthenticator authenticator,
            AccessTokenGenerator generator,
            GrantValidator grants,
            TokenCheck tokens,
            Directory directory,
            CommandGateway commands,
            Issuer issuer,
            MutualTls tls,
            TokenMeters meters,
            ObjectProvider<Limits> limits) {
        var errors = new OAuthErrors(json, meters);
        var server = new AuthorizationServer(json, errors, tls);
        var filters = new ArrayList<Filter>(List.of(AnswerHeaders.ahead(), new OAuthRequestFilter(errors)));
        limits.ifAvailable(some -> filters.add(TokenLimit.perAddress(some, errors)));
        filters.add(new ParametersFilter(errors));
        filters.add(new ServerContext(issuer));
        filters.add(server.clientAuthentication(authenticator));
        limits.ifAvailable(some -> filters.add(TokenLimit.perClient(some, errors)));
        filters.addAll(server.endpoints(
                generator, grants, new Introspection(tokens, directory), new Revocation(tokens, directory, commands)));
        return new DefaultSecurityFilterChain(endpoints(), filters);
    }

    private static RequestMatcher endpoints() {
        return new OrRequestMatcher(
                Stream.of(AuthorizationServer.TOKEN, AuthorizationServer.INTROSPECT, AuthorizationServer.REVOKE)
                        .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                        .toList());
    }
}
