package io.keyledger.http.connection;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * What one caller's addresses have in common, for counting: of IPv4, and of IPv4 written as IPv6, the whole address; of
 * IPv6 the first 64 bits, because a subscriber has at least such a network (RFC 6177).
 */
public final class AddressKey {
    private static final int NETWORK_BYTES = 8;

    private AddressKey() {}

    /** The key of an address. */
    public static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "::/64"
                : address.getHostAddress();
    }

    /**
     * The key of an address as a request has it; a text that is none is its own key, cut to 100 characters. No name is
     * looked up.
     */
    public static String of(String remoteAddress) {
        try {
            return of(InetAddress.ofLiteral(remoteAddress));
        } catch (IllegalArgumentException e) {
            return remoteAddress.substring(0, Math.min(remoteAddress.length(), 100));
        }
    }
}
