package io.keyledger.authorization.oauth;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.firewall.RequestRejectedException;

/**
 * Reads the body of a request to the OAuth endpoints, turns JSON into parameters, and refuses ambiguous requests before
 * any other filter reads them.
 */
final class ParametersFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private final transient OAuthErrors errors;

    ParametersFilter(OAuthErrors errors) {
        this.errors = errors;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Profile.of(request) == Profile.PROVISIONING) {
            chain.doFilter(new ParameterRequest(request, JsonParameters.read(request)), response);
            return;
        }
        try {
            refuseAmbiguous(request);
        } catch (InvalidParameterException e) {
            // a body that is too long, has too many parameters or cannot be decoded
            errors.write(
                    request,
                    response,
                    OAuth2ErrorCodes.INVALID_REQUEST,
                    e.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value()
                            ? HttpStatus.CONTENT_TOO_LARGE
                            : HttpStatus.BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private static void refuseAmbiguous(HttpServletRequest request) {
        try {
            for (var values : request.getParameterMap().values()) {
                if (values.length != 1) {
                    throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_REQUEST);
                }
            }
        } catch (RequestRejectedException e) {
            // thrown for names with control characters
            throw OAuthErrors.exception(OAuth2ErrorCodes.INVALID_REQUEST);
        }
    }
}
