package io.keyledger.http.mvc;

import io.keyledger.http.document.BaseAddress;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells what the addresses in the answer begin with. */
final class BaseAddressFilter extends OncePerRequestFilter {
    private final BaseAddress address;

    BaseAddressFilter(BaseAddress address) {
        this.address = address;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        address.mark(request);
        chain.doFilter(request, response);
    }
}
