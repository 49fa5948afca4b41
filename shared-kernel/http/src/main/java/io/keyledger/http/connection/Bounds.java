package io.keyledger.http.connection;

import java.net.InetAddress;
import java.time.Duration;

/**
 * What a port's connections are held to.
 *
 * @param proxies whose connections are not counted: they carry everybody's requests
 */
record Bounds(ConnectionSettings settings, TrustedProxies proxies) {
    /** Until the port gets its own. */
    static final Bounds NONE = new Bounds(
            new ConnectionSettings(Integer.MAX_VALUE, Integer.MAX_VALUE, Duration.ofDays(1)), TrustedProxies.NONE);

    boolean isUnbounded(InetAddress address) {
        return proxies.contains(address);
    }
}
