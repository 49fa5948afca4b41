package io.keyledger.http.mvc;

import io.keyledger.http.error.ErrorDocuments;
import io.keyledger.http.request.ContentCodings;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses a body in a content coding such as gzip: none is decoded here. */
final class ContentCodingFilter extends OncePerRequestFilter {
    private static final Refusal ENCODED = new Refusal(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE, "the body has a Content-Encoding; it is read without one only");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (ContentCodings.isEncoded(request)) {
            ContentCodings.tellAccepted(response);
            ErrorDocuments.write(response, ENCODED);
        } else {
            chain.doFilter(request, response);
        }
    }
}
