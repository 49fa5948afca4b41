package io.keyledger.authorization.oauth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes an OAuth error in the profile of its request: RFC 6749 section 5.2, or CONTRACT part B, section 2.2. The text
 * depends on the code alone, except for a policy's refusal, which names the rule.
 */
final class OAuthErrors implements AuthenticationFailureHandler {
    /** Not in RFC 6749, but common. */
    static final String TOO_MANY_REQUESTS = "too_many_requests";

    private static final Map<String, String> DETAILS = Map.of(
            OAuth2ErrorCodes.INVALID_CLIENT,
            "Client authentication failed.",
            OAuth2ErrorCodes.INVALID_REQUEST,
            "The request is malformed, or a parameter is missing or repeated.",
            OAuth2ErrorCodes.INVALID_SCOPE,
            "The scope is malformed, too long for a token, or beyond what the client may ask for.",
            OAuth2ErrorCodes.UNAUTHORIZED_CLIENT,
            "The client may not do this.",
            OAuth2ErrorCodes.UNSUPPORTED_GRANT_TYPE,
            "The grant type is not supported.",
            OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE,
            "The service cannot answer just now; try again later.",
            TOO_MANY_REQUESTS,
            "Too many requests; try again later.");
    private static final String FAULT = "The service could not answer.";

    private final JsonMapper json;
    private final TokenMeters meters;

    OAuthErrors(JsonMapper json, TokenMeters meters) {
        this.json = json;
        this.meters = meters;
    }

    /** All statuses that errors have. */
    static List<HttpStatus> statuses() {
        return List.of(
                HttpStatus.BAD_REQUEST,
                HttpStatus.UNAUTHORIZED,
                HttpStatus.FORBIDDEN,
                HttpStatus.METHOD_NOT_ALLOWED,
                HttpStatus.CONTENT_TOO_LARGE,
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                HttpStatus.TOO_MANY_REQUESTS,
                HttpStatus.INTERNAL_SERVER_ERROR,
                HttpStatus.SERVICE_UNAVAILABLE);
    }

    /** All error codes. */
    static Set<String> codes() {
        var codes = new TreeSet<>(DETAILS.keySet());
        codes.add(OAuth2ErrorCodes.SERVER_ERROR);
        return codes;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        var code = exception instanceof OAuth2AuthenticationException known
                ? known.getError().getErrorCode()
                : OAuth2ErrorCodes.INVALID_CLIENT;
        var detail = exception instanceof PolicyRefusal refusal ? refusal.description() : detail(code);
        write(request, response, code, status(code), detail);
    }

    void write(HttpServletRequest request, HttpServletResponse response, String code, HttpStatus status)
            throws IOException {
        write(request, response, code, status, detail(code));
    }

    private void write(
            HttpServletRequest request, HttpServletResponse response, String code, HttpStatus status, String detail)
            throws IOException {
        if (status == HttpStatus.UNAUTHORIZED && request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"keyledger\", charset=\"UTF-8\"");
        }
        meters.refused(code);
        var body = switch (Profile.of(request)) {
            case OAUTH -> Map.of("error", code, "error_description", detail);
            case PROVISIONING -> Map.of("errors", List.of(error(code, detail, status)));
        };
        OAuthAnswer.write(response, status.value(), json.writeValueAsBytes(body));
    }

    private static String detail(String code) {
        return DETAILS.getOrDefault(code, FAULT);
    }

    static OAuth2AuthenticationException exception(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code), code);
    }

    private static HttpStatus status(@Nullable String code) {
        return switch (code) {
            case OAuth2ErrorCodes.INVALID_CLIENT -> HttpStatus.UNAUTHORIZED;
            case TOO_MANY_REQUESTS -> HttpStatus.TOO_MANY_REQUESTS;
            case OAuth2ErrorCodes.SERVER_ERROR -> HttpStatus.INTERNAL_SERVER_ERROR;
            case null, default -> HttpStatus.BAD_REQUEST;
        };
    }

    private static Map<String, Object> error(String title, String detail, HttpStatus status) {
        var error = new LinkedHashMap<String, Object>();
        error.put("title", title);
        error.put("detail", detail);
        error.put("code", status.name());
        error.put("status", status.value());
        error.put("meta", Map.of());
        return error;
    }
}
