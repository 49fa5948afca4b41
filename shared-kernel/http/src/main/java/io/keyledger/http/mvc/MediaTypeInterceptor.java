package io.keyledger.http.mvc;

import io.keyledger.http.description.ApiMediaType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses requests of other media types than the API's, unless a handler names media types of its own. A body must have
 * it without parameters (else 415), {@code Accept} must allow it without parameters (else 406). Source: JSON:API 1.0,
 * section Server Responsibilities.
 */
final class MediaTypeInterceptor implements HandlerInterceptor {
    private static final List<MediaType> SUPPORTED = List.of(ApiMediaType.JSON_API);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws HttpMediaTypeException {
        if (handler instanceof HandlerMethod method) {
            var mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
            if (mapping == null || mapping.consumes().length == 0) {
                checkBody(request);
            }
            if (mapping == null || mapping.produces().length == 0) {
                checkAccept(request);
            }
        }
        return true;
    }

    private static void checkBody(HttpServletRequest request) throws HttpMediaTypeNotSupportedException {
        if (hasBody(request) && !isJsonApi(request.getContentType())) {
            throw new HttpMediaTypeNotSupportedException((MediaType) null, SUPPORTED);
        }
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static boolean isJsonApi(@Nullable String contentType) {
        try {
            return contentType != null && ApiMediaType.JSON_API.equals(MediaType.parseMediaType(contentType));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static void checkAccept(HttpServletRequest request) throws HttpMediaTypeNotAcceptableException {
        var accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (!accept.isEmpty() && !accepts(accept)) {
            throw new HttpMediaTypeNotAcceptableException(SUPPORTED);
        }
    }

    private static boolean accepts(List<String> accept) {
        try {
            return MediaType.parseMediaTypes(accept).stream().anyMatch(MediaTypeInterceptor::allows);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean allows(MediaType accepted) {
        if (accepted.getQualityValue() == 0) {
            return false;
        }
        var wildcard = accepted.isWildcardType() || accepted.isWildcardSubtype();
        return wildcard
                ? accepted.includes(ApiMediaType.JSON_API)
                : accepted.removeQualityValue().equals(ApiMediaType.JSON_API);
    }
}
