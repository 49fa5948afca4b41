package io.keyledger.authorization.mtls;

import com.nimbusds.jwt.JWTClaimsSet;
import io.keyledger.authorization.jwt.Issuer;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.connector.Connector;
import org.jspecify.annotations.Nullable;

/** Whether there is a port for mutual TLS, and the client certificate of a connection to it. */
public final class MutualTls {
    private static final String CHAIN = "jakarta.servlet.request.X509Certificate";

    private final MtlsSettings settings;
    private final Issuer issuer;
    private final @Nullable Connector port;

    MutualTls(MtlsSettings settings, Issuer issuer, @Nullable Connector port) {
        this.settings = settings;
        this.issuer = issuer;
        this.port = port;
    }

    /** Whether clients can authenticate by a TLS certificate here. */
    public boolean isOn() {
        return port != null;
    }

    /** The address of the port for clients, without a slash at the end; only when it is on. */
    public String address() {
        if (settings.address() != null) {
            return settings.address().replaceFirst("/$", "");
        }
        var listening = Objects.requireNonNull(port).getLocalPort();
        return "https://" + URI.create(issuer.value()).getHost() + ":" + listening;
    }

    /**
     * Whether a token with these claims may be used on this connection: one bound to a certificate only with that
     * certificate.
     */
    public boolean permits(JWTClaimsSet claims, HttpServletRequest request) {
        var bound = claims.getClaim(PresentedCertificate.CLAIM);
        return bound == null
                || certificate(request)
                        .filter(shown -> shown.confirmation().equals(bound))
                        .isPresent();
    }

    /** The client certificate of this connection's handshake. Headers are ignored: a client could set them itself. */
    public Optional<PresentedCertificate> certificate(HttpServletRequest request) {
        return isOn() && request.getAttribute(CHAIN) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(PresentedCertificate.of(chain[0]))
                : Optional.empty();
    }
}
