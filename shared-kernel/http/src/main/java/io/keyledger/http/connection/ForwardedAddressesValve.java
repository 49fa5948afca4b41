package io.keyledger.http.connection;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.regex.Pattern;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Writes the addresses of {@code X-Forwarded-For} as this service reads them everywhere: without the port that some
 * proxies add, without brackets, IPv4 that is written as IPv6 as IPv4. Nobody knows who wrote what stands before
 * something that is no address: it is left out, and if nothing remains, the proxy is the sender.
 */
final class ForwardedAddressesValve extends ValveBase {
    private static final String HEADER = "X-Forwarded-For";
    private static final Pattern WITH_PORT = Pattern.compile("([0-9.]+):[0-9]{1,5}|\\[([^\\]]*)](?::[0-9]{1,5})?");

    ForwardedAddressesValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var lines = new ArrayList<>(Collections.list(request.getHeaders(HEADER)));
        if (!lines.isEmpty()) {
            var headers = request.getCoyoteRequest().getMimeHeaders();
            var known = known(String.join(",", lines));
            headers.removeHeader(HEADER);
            if (!known.isEmpty()) {
                headers.setValue(HEADER).setString(known);
            }
        }
        getNext().invoke(request, response);
    }

    /** The addresses from the last one back to the first that is none. */
    static String known(String header) {
        var known = new ArrayDeque<String>();
        var entries = header.split(",", -1);
        for (int i = entries.length - 1; i >= 0; i--) {
            var address = address(entries[i].strip());
            if (address == null) {
                break;
            }
            known.addFirst(address);
        }
        return String.join(", ", known);
    }

    private static @Nullable String address(String entry) {
        var parts = WITH_PORT.matcher(entry);
        var literal = !parts.matches() ? entry : parts.group(1) == null ? parts.group(2) : parts.group(1);
        try {
            return InetAddress.ofLiteral(literal).getHostAddress();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
