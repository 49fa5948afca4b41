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

/** Whether there is a port for mutual TLS, and who was seen at it. */
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

    /** Whether a client can prove itself by its certificate here. */
    public boolean isOn() {
        return port != null;
    }

    /** Where clients reach the port, without a slash at the end; only when it is on. */
    public String address() {
        if (settings.address() != null) {
            return settings.address().replaceFirst("/$", "");
        }
        var listening = Objects.requireNonNull(port).getLocalPort();
        return "https://" + URI.create(issuer.value()).getHost() + ":" + listening;
    }

    /** Whether a token that says this may be used on this connection: one that is bound with its certificate alone. */
    public boolean permits(JWTClaimsSet claims, HttpServletRequest request) {
        var bound = claims.getClaim(PresentedCertificate.CLAIM);
        return bound == null
                || certificate(request)
                        .filter(shown -> shown.confirmation().equals(bound))
                        .isPresent();
    }

    /** What the client of this connection showed in the handshake. No header counts, whoever set it. */
    public Optional<PresentedCertificate> certificate(HttpServletRequest request) {
        return isOn() && request.getAttribute(CHAIN) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(PresentedCertificate.of(chain[0]))
                : Optional.empty();
    }
}
