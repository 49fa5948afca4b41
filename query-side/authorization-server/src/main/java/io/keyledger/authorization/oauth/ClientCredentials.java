package io.keyledger.authorization.oauth;

import io.keyledger.authorization.assertion.ClientAssertion;
import io.keyledger.authorization.mtls.MutualTls;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads how the client authenticates: Basic, id and secret in the body, a signed assertion, or the id alone or with the
 * certificate of the connection. Two methods at once are an {@code invalid_request} (RFC 6749 section 2.3), none at all
 * an {@code invalid_client}.
 */
final class ClientCredentials implements AuthenticationConverter {
    /** The one type of assertion accepted (RFC 7523 section 2.2). */
    static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final AuthenticationConverter basic = new ClientSecretBasicAuthenticationConverter();
    private final MutualTls tls;

    ClientCredentials(MutualTls tls) {
        this.tls = tls;
    }

    @Override
    public OAuth2ClientAuthenticationToken convert(HttpServletRequest request) {
        var header = (OAuth2ClientAuthenticationToken) basic.convert(request);
        var secret = given(request, "client_secret");
        var asserts = given(request, "client_assertion") != null || given(request, "client_assertion_type") != null;
        if (Stream.of(header != null, secret != null, asserts)
                        .filter(way -> way)
                        .count()
                > 1) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        if (asserts) {
            return assertion(request);
        }
        var clientId = given(request, "client_id");
        if (header != null) {
            return agreed(header, clientId);
        }
        if (clientId == null) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return secret == null
                ? withoutSecret(clientId, request)
                : presented(clientId, ClientAuthenticationMethod.CLIENT_SECRET_POST, secret);
    }

    private OAuth2ClientAuthenticationToken withoutSecret(String clientId, HttpServletRequest request) {
        return tls.certificate(request)
                .map(shown -> presented(clientId, ClientAuthenticationMethod.SELF_SIGNED_TLS_CLIENT_AUTH, shown))
                .orElseGet(() -> presented(clientId, ClientAuthenticationMethod.NONE, null));
    }

    private static OAuth2ClientAuthenticationToken agreed(
            OAuth2ClientAuthenticationToken header, @Nullable String clientId) {
        if (clientId != null && !clientId.equals(header.getPrincipal())) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        return header;
    }

    /**
     * The client is the issuer of the assertion; a {@code client_id} that differs from it is an {@code invalid_client}.
     */
    private static OAuth2ClientAuthenticationToken assertion(HttpServletRequest request) {
        var compact = given(request, "client_assertion");
        var clientId = given(request, "client_id");
        return Optional.ofNullable(compact)
                .filter(given -> JWT_BEARER.equals(given(request, "client_assertion_type")))
                .flatMap(ClientAssertion::read)
                .filter(read -> read.issuer() != null && (clientId == null || clientId.equals(read.issuer())))
                .map(read -> presented(
                        Objects.requireNonNull(read.issuer()), ClientAuthenticationMethod.PRIVATE_KEY_JWT, read))
                .orElseThrow(() -> OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT));
    }

    private static OAuth2ClientAuthenticationToken presented(
            String clientId, ClientAuthenticationMethod method, @Nullable Object proof) {
        return new OAuth2ClientAuthenticationToken(clientId, method, proof, Map.of());
    }

    private static @Nullable String given(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
