package io.keyledger.http.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the connections of each port but the operator's, which has its own. One takes 16 KB of memory, and 140 KB while
 * a request is under way: the defaults suit a heap of 512 MB.
 *
 * @param inAll       open connections; further ones wait until one ends. Of a quarter of them a request is under way at
 *                    once; a further one ends the oldest of the address that has most, if that is still arriving or takes
 *                    more than 2 seconds. Default 4000; a TLS port has a quarter
 * @param perAddress  open connections from one address, of IPv6 from one /64 network; further ones are closed at once.
 *                    Default 500. Trusted proxies have no bound
 * @param requestTime how long a request, its body included, may take to arrive, and how long a new connection, its TLS
 *                    handshake included, until the first byte of its first request; then the connection is closed.
 *                    Default 30 seconds
 */
@ConfigurationProperties("keyledger.connections")
public record ConnectionSettings(
        @DefaultValue("4000") int inAll,
        @DefaultValue("500") int perAddress,
        @DefaultValue("PT30S") Duration requestTime) {
    public ConnectionSettings {
        if (inAll < 16 || perAddress < 1 || requestTime.isNegative() || requestTime.isZero()) {
            throw new IllegalArgumentException("keyledger.connections has bounds above zero");
        }
    }
}
