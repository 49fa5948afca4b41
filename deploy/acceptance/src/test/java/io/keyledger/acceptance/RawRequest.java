package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;

/** Requests that no library would send. */
final class RawRequest {
    private RawRequest() {}

    /** Sends the bytes and answers all that comes back until the connection ends. */
    static String send(RunningServer server, String request) {
        try (var socket = connection(server, "127.0.0.1")) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection from one of the addresses of this machine, 127.0.0.0/8. */
    static Socket connection(RunningServer server, String from) throws IOException {
        return connection(server.uri("/"), from);
    }

    /** The same to the operator's port. */
    static Socket operatorConnection(RunningServer server, String from) throws IOException {
        return connection(server.operatorUri("/"), from);
    }

    private static Socket connection(URI to, String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), to.getPort()));
        return socket;
    }
}
