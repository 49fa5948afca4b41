package io.keyledger.authorization.oauth;

import io.keyledger.authorization.mtls.MutualTls;
import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.web.OAuth2ClientAuthenticationFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenIntrospectionEndpointFilter;
import org.springframework.security.oauth2.server.authorization.web.OAuth2TokenRevocationEndpointFilter;
import tools.jackson.databind.json.JsonMapper;

/** Builds Spring Security's endpoint filters with the converters, providers and handlers of this package. */
final class AuthorizationServer {
    static final String TOKEN = "/oauth/token";
    static final String INTROSPECT = "/oauth/introspect";
    static final String REVOKE = "/oauth/revoke";

    private final JsonMapper json;
    private final OAuthErrors errors;
    private final MutualTls tls;
    private final OAuth2AuthorizationService authorizations = new NoAuthorizationStore();

    AuthorizationServer(JsonMapper json, OAuthErrors errors, MutualTls tls) {
        this.json = json;
        this.errors = errors;
        this.tls = tls;
    }

    Filter clientAuthentication(ClientAuthenticator authenticator) {
        var filter = new OAuth2ClientAuthenticationFilter(
                new ProviderManager(authenticator), request -> HttpMethod.POST.matches(request.getMethod()));
        filter.setAuthenticationConverter(new ClientCredentials(tls));
        filter.setAuthenticationFailureHandler(errors);
        return filter;
    }

    List<Filter> endpoints(
            AccessTokenGenerator generator, GrantValidator grants, Introspection introspection, Revocation revocation) {
        return List.of(token(generator, grants), introspection(introspection), revocation(revocation));
    }

    private Filter token(AccessTokenGenerator generator, GrantValidator grants) {
        var grant = new OAuth2ClientCredentialsAuthenticationProvider(authorizations, generator);
        grant.setAuthenticationValidator(grants);
        var filter = new OAuth2TokenEndpointFilter(new ProviderManager(grant), TOKEN);
        filter.setAuthenticationConverter(new ClientCredentialsRequest(tls));
        filter.setAuthenticationSuccessHandler(new TokenAnswer(json));
        filter.setAuthenticationFailureHandler(errors);
        return filter;
    }

    private Filter introspection(Introspection introspection) {
        var filter = new OAuth2TokenIntrospectionEndpointFilter(new ProviderManager(introspection), INTROSPECT);
        filter.setAuthenticationFailureHandler(errors);
        return filter;
    }

    private Filter revocation(Revocation revocation) {
        var answer = new RevocationAnswer(errors);
        var filter = new OAuth2TokenRevocationEndpointFilter(new ProviderManager(revocation), REVOKE);
        filter.setAuthenticationConverter(new RevocationRequest());
        filter.setAuthenticationSuccessHandler(answer);
        filter.setAuthenticationFailureHandler(answer);
        return filter;
    }
}
