package io.keyledger.authorization.oauth;

import io.keyledger.authorization.jwt.Issuer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContext;
import org.springframework.security.oauth2.server.authorization.context.AuthorizationServerContextHolder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** Sets the context that Spring Security's endpoints read the issuer from. */
final class ServerContext extends HttpFilter implements AuthorizationServerContext {
    private static final long serialVersionUID = 1L;

    private final transient Issuer issuer;
    private final AuthorizationServerSettings settings =
            AuthorizationServerSettings.builder().build();

    ServerContext(Issuer issuer) {
        this.issuer = issuer;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            AuthorizationServerContextHolder.setContext(this);
            chain.doFilter(request, response);
        } finally {
            AuthorizationServerContextHolder.resetContext();
        }
    }

    @Override
    public String getIssuer() {
        return issuer.value();
    }

    @Override
    public AuthorizationServerSettings getAuthorizationServerSettings() {
        return settings;
    }
}
