package io.keyledger.authorization.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.authorization.assertion.ClientAssertion;
import io.keyledger.authorization.mtls.MutualTls;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Reads how the client authenticates: Basic, id and secret in the body, a signed assertion, or the id alone or with the
 * certificate of the connection. Basic with an empty password is the id alone (RFC 6749 section 2.3.1). Two methods at once are an {@code invalid_request} (RFC 6749 section 2.3), none at all
 * an {@code invalid_client}.
 */
final class ClientCredentials implements AuthenticationConverter {
    /** The one type of assertion accepted (RFC 7523 section 2.2). */
    static final String JWT_BEARER = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static final String BASIC = "Basic ";

    private final AuthenticationConverter basic = new ClientSecretBasicAuthenticationConverter();
    private final MutualTls tls;

    ClientCredentials(MutualTls tls) {
        this.tls = tls;
    }

    @Override
    public OAuth2ClientAuthenticationToken convert(HttpServletRequest request) {
        var bareId = bareId(request);
        var header = bareId == null ? (OAuth2ClientAuthenticationToken) basic.convert(request) : null;
        var secret = given(request, "client_secret");
        var asserts = given(request, "client_assertion") != null || given(request, "client_assertion_type") != null;
        if (Stream.of(header != null || bareId != null, secret != null, asserts)
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
            requireAgreed(header.getName(), clientId);
            return header;
        }
        if (bareId != null) {
            requireAgreed(bareId, clientId);
            return withoutSecret(bareId, request);
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

    private static void requireAgreed(String inHeader, @Nullable String clientId) {
        if (clientId != null && !clientId.equals(inHeader)) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }

    /** The id of a Basic header with an empty password; null for any other header, malformed ones too. */
    private static @Nullable String bareId(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return null;
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).trim()), UTF_8);
            var isBare = pair.length() > 1 && pair.indexOf(':') == pair.length() - 1;
            return isBare ? URLDecoder.decode(pair.substring(0, pair.length() - 1), UTF_8) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
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
        if (clientId.isBlank()) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(clientId, method, proof, Map.of());
    }

    private static @Nullable String given(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
