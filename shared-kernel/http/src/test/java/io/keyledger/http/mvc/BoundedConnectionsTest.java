package io.keyledger.http.mvc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = {"keyledger.connections.per-address=5", "keyledger.connections.request-time=PT1S"})
class BoundedConnectionsTest extends OverHttp {
    private static final String GET = "GET /api/roles HTTP/1.1\r\nHost: a\r\n";
    private static final String POST =
            "POST /api/roles HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.api+json\r\n";
    private static final Duration LONG = Duration.ofSeconds(8);

    @LocalServerPort
    private int port;

    /** Each goes on for ever, a byte at a time: the line of the request, its header, a body of either kind. */
    static Stream<String> beginnings() {
        return Stream.of(
                "GET /api/roles",
                GET + "X-Slow: ",
                POST + "Content-Length: 9999\r\n\r\n",
                POST + "Transfer-Encoding: chunked\r\n\r\nffff\r\n",
                GET + "Content-Length: 9999\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("beginnings")
    void endsARequestThatArrivesForEver(String beginning) throws Exception {
        try (var slow = connection("127.0.0.3")) {
            slow.getOutputStream().write(beginning.getBytes(ISO_8859_1));
            assertThat(secondsUntilItEnds(slow)).isLessThan(LONG.toSeconds());
        }
        assertThat(get("/api/roles").statusCode()).isEqualTo(200);
    }

    @Test
    void endsAConnectionThatSaysNothing() throws Exception {
        try (var silent = connection("127.0.0.4")) {
            silent.setSoTimeout((int) LONG.toMillis());
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void closesTheSixthConnectionOfAnAddress() throws Exception {
        var open = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 5; i++) {
                open.add(connection("127.0.0.5"));
            }
            assertThat(isAnswered("127.0.0.5")).isFalse();
            assertThat(isAnswered("127.0.0.6")).isTrue();
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
        Thread.sleep(200);
        assertThat(isAnswered("127.0.0.5")).isTrue();
    }

    private boolean isAnswered(String from) throws IOException {
        try (var socket = connection(from)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write((GET + "Connection: close\r\n\r\n").getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1).startsWith("HTTP/1.1 200");
        } catch (SocketException e) {
            return false;
        }
    }

    private long secondsUntilItEnds(Socket slow) throws InterruptedException {
        var start = System.nanoTime();
        try {
            while (System.nanoTime() - start < LONG.toNanos() * 2) {
                slow.getOutputStream().write('a');
                Thread.sleep(100);
            }
        } catch (IOException e) {
            // it has ended
        }
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }

    private Socket connection(String from) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
        socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        return socket;
    }
}
