package io.keyledger.authorization.oauth;

import io.keyledger.http.connection.ConnectorBounds;
import io.keyledger.http.error.Translation;
import io.keyledger.http.request.ContentCodings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/**
 * First filter of the OAuth endpoints: determines the profile, refuses what can be refused before a byte of the body is
 * read, and answers what fails in the filters after it. Parameters in the address are refused, because addresses are
 * logged.
 */
final class OAuthRequestFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(OAuthRequestFilter.class);
    private static final String RETRY_AFTER_SECONDS = "5";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final transient OAuthErrors errors;

    OAuthRequestFilter(OAuthErrors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader(HttpHeaders.ALLOW, "POST");
            errors.write(request, response, OAuth2ErrorCodes.INVALID_REQUEST, HttpStatus.METHOD_NOT_ALLOWED);
            return;
        }
        if (ContentCodings.isEncoded(request)) {
            profile(request).mark(request);
            ContentCodings.tellAccepted(response);
            errors.write(request, response, OAuth2ErrorCodes.INVALID_REQUEST, HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        try {
            if (isAcceptable(request, response)) {
                chain.doFilter(request, response);
            }
        } catch (OAuth2AuthenticationException e) {
            errors.onAuthenticationFailure(request, response, e);
        } catch (RuntimeException e) {
            failed(request, response, e);
        }
    }

    private void failed(HttpServletRequest request, HttpServletResponse response, RuntimeException failure)
            throws IOException {
        if (Translation.isStoreAway(failure)) {
            LOG.warn("{} needs a store that cannot be used: {}", request.getServletPath(), failure.toString());
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
            errors.write(request, response, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE);
        } else {
            LOG.error("{} failed.", request.getServletPath(), failure);
            errors.write(request, response, OAuth2ErrorCodes.SERVER_ERROR, HttpStatus.INTERNAL_SERVER_ERROR);
        }
    }

    private boolean isAcceptable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var profile = profile(request);
        profile.mark(request);
        var isRead = profile == Profile.PROVISIONING
                || mediaType(request.getContentType()).equals(FORM);
        if (request.getQueryString() != null || !isRead) {
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_REQUEST);
        }
        if (request.getContentLengthLong() > ConnectorBounds.MAX_FORM) {
            errors.write(request, response, OAuth2ErrorCodes.INVALID_REQUEST, HttpStatus.CONTENT_TOO_LARGE);
            return false;
        }
        return true;
    }

    private static Profile profile(HttpServletRequest request) {
        var type = mediaType(request.getContentType());
        var json = type.equals("application/json") || type.equals("application/vnd.api+json");
        return json ? Profile.PROVISIONING : Profile.OAUTH;
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) {
            return "";
        }
        var end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }
}
