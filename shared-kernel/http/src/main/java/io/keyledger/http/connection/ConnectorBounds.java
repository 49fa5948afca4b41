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

    /** Of so many connections one may have a request under way. */
    private static final int UNDER_WAY_PART = 4;

    /** Of the operator's port, whose callers are few and may all come from one address. */
    private static final int OPERATOR_CONNECTIONS = 256;

    private static final int OPERATOR_PER_ADDRESS = 32;
    /** Four requests at once: to write all metrics takes some 20 ms of a processor. */
    private static final int OPERATOR_UNDER_WAY_PART = 64;

    private final Bounds bounds;
    private final int underWayPart;

    ConnectorBounds(ConnectionSettings settings, TrustedProxies proxies) {
        this(new Bounds(settings, proxies), UNDER_WAY_PART);
    }

    private ConnectorBounds(Bounds bounds, int underWayPart) {
        this.bounds = bounds;
        this.underWayPart = underWayPart;
    }

    /** Those of the operator's port, where no proxy stands for others. */
    static ConnectorBounds ofOperator(ConnectionSettings settings) {
        var own = new ConnectionSettings(OPERATOR_CONNECTIONS, OPERATOR_PER_ADDRESS, settings.requestTime());
        return new ConnectorBounds(new Bounds(own, TrustedProxies.NONE), OPERATOR_UNDER_WAY_PART);
    }

    /** To be called before the connector starts; its protocol must be {@link BoundedProtocol}. */
    public void apply(Connector connector) {
        if (!(connector.getProtocolHandler() instanceof BoundedProtocol protocol)) {
            throw new IllegalArgumentException("this connector cannot be bounded");
        }
        var most = bounds.settings().inAll() / (protocol.isSSLEnabled() ? TLS_PART : 1);
        protocol.bound(bounds, most, most / underWayPart);
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
