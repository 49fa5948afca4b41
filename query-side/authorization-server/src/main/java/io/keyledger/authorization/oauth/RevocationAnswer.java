package io.keyledger.authorization.oauth;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/**
 * Answers a revocation. For a token of another client the OAuth profile answers 200 (RFC 7009 section 2.2: the answer
 * reveals nothing), the other one 403 (CONTRACT part B, section 2.2).
 */
final class RevocationAnswer implements AuthenticationSuccessHandler, AuthenticationFailureHandler {
    private static final byte[] EMPTY_OBJECT = "{}".getBytes(US_ASCII);

    private final OAuthErrors errors;

    RevocationAnswer(OAuthErrors errors) {
        this.errors = errors;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        OAuthAnswer.write(response, HttpStatus.OK.value(), EMPTY_OBJECT);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        if (exception instanceof RevocationsFull full) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(full.retryAfter()));
            errors.write(request, response, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, HttpStatus.SERVICE_UNAVAILABLE);
        } else if (!isNotTheirs(exception)) {
            errors.onAuthenticationFailure(request, response, exception);
        } else if (Profile.of(request) == Profile.OAUTH) {
            OAuthAnswer.write(response, HttpStatus.OK.value(), EMPTY_OBJECT);
        } else {
            errors.write(request, response, OAuth2ErrorCodes.UNAUTHORIZED_CLIENT, HttpStatus.FORBIDDEN);
        }
    }

    private static boolean isNotTheirs(AuthenticationException exception) {
        return exception instanceof OAuth2AuthenticationException known
                && known.getError().getErrorCode().equals(OAuth2ErrorCodes.UNAUTHORIZED_CLIENT);
    }
}
