package io.keyledger.query.reader.web;

import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import io.keyledger.http.resources.Resources;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Removes {@code If-None-Match} where the entity tag cannot decide it, before Spring answers 304: the tag is the
 * version of one row, and does not cover included rows, the names of users in memberships, last uses of secrets, or
 * what depends on the time.
 */
final class UndecidedConditions extends OncePerRequestFilter {
    private static final List<ResourceType> UNDECIDED = Resources.all(Trait.SHOWS_MORE_THAN_ITS_VERSION);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
                || (request.getParameter("include") == null
                        && UNDECIDED.stream()
                                .noneMatch(type -> request.getRequestURI().contains('/' + type.name() + '/')));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Unconditional(request), response);
    }

    private static final class Unconditional extends HttpServletRequestWrapper {
        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return isHidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return isHidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        private static boolean isHidden(String name) {
            return name.equalsIgnoreCase(HttpHeaders.IF_NONE_MATCH);
        }
    }
}
