package io.keyledger.http.connection;

import java.time.Duration;
import org.apache.catalina.connector.Connector;

/** Holds connectors to the bounds of this service: those of the web servers, and further ones, such as one for TLS. */
public final class ConnectorBounds {
    /** Bytes of a form, which the server reads into memory of the announced length. */
    public static final int MAX_FORM = 16 * 1024;

    /** Bytes of a request line and its header together. */
    static final int MAX_HEADER = 8 * 1024;

    private static final int MAX_PARAMETERS = 200;

    /** Bytes of the headers after a chunked body, of which none is read: each takes far more memory than bytes. */
    private static final int MAX_TRAILER = 256;

    /** Bytes of a refused body that are read and thrown away, so that its sender receives the refusal. */
    private static final int MAX_SWALLOWED = 64 * 1024 * 1024;
    /** TLS takes several times the memory. */
    private static final int TLS_PART = 4;

    private static final Duration READ_TIME = Duration.ofSeconds(20);
    private static final Duration IDLE_TIME = Duration.ofSeconds(60);

    private final Bounds bounds;

    ConnectorBounds(ConnectionSettings settings, TrustedProxies proxies) {
        this.bounds = new Bounds(settings, proxies);
    }

    /** To be called before the connector starts; its protocol must be {@link BoundedProtocol}. */
    public void apply(Connector connector) {
        if (!(connector.getProtocolHandler() instanceof BoundedProtocol protocol)) {
            throw new IllegalArgumentException("this connector cannot be bounded");
        }
        var most = bounds.settings().inAll();
        protocol.bound(bounds, protocol.isSSLEnabled() ? most / TLS_PART : most);
        protocol.setConnectionTimeout((int) READ_TIME.toMillis());
        protocol.setKeepAliveTimeout((int) IDLE_TIME.toMillis());
        protocol.setMaxTrailerSize(MAX_TRAILER);
        protocol.setMaxSwallowSize(MAX_SWALLOWED);
        // longer than what is allowed, so that this service refuses it and not the server, with a vaguer answer
        protocol.setMaxHttpRequestHeaderSize(2 * MAX_HEADER);
        // brackets and JSON in query strings without escapes, as people type them
        protocol.setRelaxedQueryChars("[]{}|");
        connector.setMaxPostSize(MAX_FORM);
        connector.setMaxParameterCount(MAX_PARAMETERS);
    }
}
