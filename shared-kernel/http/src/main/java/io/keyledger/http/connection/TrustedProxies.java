package io.keyledger.http.connection;

import java.net.InetAddress;
import java.util.List;
import org.apache.catalina.util.NetMask;

/** The networks of the operator's own proxies: what they say of a request's sender is believed. */
final class TrustedProxies {
    static final TrustedProxies NONE = new TrustedProxies(List.of());

    private final List<String> networks;
    private final List<NetMask> masks;

    /**
     * @param networks in CIDR notation, or single addresses
     * @throws IllegalArgumentException for anything else
     */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream()
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .toList();
        this.masks = this.networks.stream().map(NetMask::new).toList();
    }

    boolean contains(InetAddress address) {
        return masks.stream().anyMatch(mask -> mask.matches(address));
    }

    boolean isEmpty() {
        return networks.isEmpty();
    }

    /** Separated by commas. */
    @Override
    public String toString() {
        return String.join(",", networks);
    }
}
