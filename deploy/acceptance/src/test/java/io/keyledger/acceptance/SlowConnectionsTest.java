package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Thousands of connections that say little, or announce much: others are answered meanwhile, and afterwards all is well. */
class SlowConnectionsTest {
    private static final int SLOW = 3000;
    private static final int OF_ONE_ADDRESS = 300;
    private static final int MOST = 3500;
    private static final int ADDRESSES = 12;
    /** Before slow requests end by themselves, after 20 seconds at the earliest; the flood itself takes processors. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final String TOKEN = "POST /oauth/token HTTP/1.1\r\nHost: a\r\nContent-Type: ";
    private static final String FORM = TOKEN + "application/x-www-form-urlencoded\r\n";
    private static final String JSON = TOKEN + "application/json\r\n";
    private static final String LEAK =
            "POST /api/leaked_secrets HTTP/1.1\r\nHost: a\r\nContent-Type: application/vnd.api+json\r\n";
    private static final List<String> BEGINNINGS = List.of(
            "",
            "GET /api/roles HTTP/1.1\r\nHost: a\r\nX-Slow: ",
            FORM + "Content-Length: 2090000\r\n\r\na=",
            FORM + "Content-Length: 16000\r\n\r\na=",
            JSON + "Content-Length: 16000\r\n\r\n{",
            FORM + "Transfer-Encoding: chunked\r\n\r\n4000\r\na=",
            "POST /activate HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 16000\r\n\r\nc",
            LEAK + "Content-Length: 30000\r\n\r\n{");

    /**
     * Bodies that are withheld, large ones that nobody had to sign in for, trailers, answers that are not read, and many
     * requests in a row.
     */
    private static final List<String> MANY = List.of(
            FORM + "Content-Length: 8000\r\n\r\na=",
            LEAK + "Content-Length: 32000\r\n\r\n" + " ".repeat(31_000),
            LEAK + "Content-Length: 1048576\r\n\r\n" + " ".repeat(100_000),
            FORM + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + "a:b\r\n".repeat(1500),
            "GET /api/openapi.json HTTP/1.1\r\nHost: a\r\n\r\n".repeat(5),
            "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n".repeat(300),
            "GET /docs HTTP/1.1\r\nHost: a\r\n\r\n".repeat(200),
            "GET /webjars/swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: a\r\n\r\n".repeat(5));

    @Test
    void keepNobodyElseFromBeingAnswered() throws Exception {
        try (var server = RunningServer.start(
                "--keyledger.connections.per-address=" + OF_ONE_ADDRESS,
                "--keyledger.connections.request-time=PT20S")) {
            var owner = Client.owner(server);
            var open = new ArrayList<Socket>();
            try {
                for (int i = 0; i < SLOW; i++) {
                    var socket = RawRequest.connection(server, "127.0.1." + (1 + i / OF_ONE_ADDRESS));
                    open.add(socket);
                    socket.getOutputStream()
                            .write(BEGINNINGS.get(i % BEGINNINGS.size()).getBytes(ISO_8859_1));
                }
                assertAnsweredSoon(server, owner);
                assertTenThousandParametersAreRefused(server);
                drip(open);
                assertAnsweredSoon(server, owner);
                for (int i = 0; i < OF_ONE_ADDRESS; i++) {
                    open.add(RawRequest.connection(server, "127.0.3.1"));
                }
                var oneMore = RawRequest.connection(server, "127.0.3.1");
                open.add(oneMore);
                assertThat(isEnded(oneMore))
                        .as("one more of an address that has all it may")
                        .isTrue();

                assertAllEnd(open);
            } finally {
                for (var socket : open) {
                    socket.close();
                }
            }
            assertAnsweredSoon(server, owner);
            assertThat(ready(server)).isEqualTo(200);
            assertThat(Files.readString(server.log())).doesNotContain("OutOfMemoryError", "\tat ");
        }
    }

    @Test
    void withRequestsUnderWayLeaveRoomForOthers() throws Exception {
        try (var server = RunningServer.start()) {
            var owner = Client.owner(server);
            for (var request : MANY) {
                var open = new ArrayList<Socket>();
                try {
                    for (int i = 0; i < MOST; i++) {
                        var socket = RawRequest.connection(server, "127.0.2." + (1 + i % ADDRESSES));
                        open.add(socket);
                        write(socket, request);
                    }
                    assertAnsweredSoon(server, owner);
                } finally {
                    for (var socket : open) {
                        socket.close();
                    }
                }
            }
            assertThat(ready(server)).isEqualTo(200);
            assertThat(Files.readString(server.log())).doesNotContain("OutOfMemoryError", "\tat ");
        }
    }

    /** Nothing is asked of them, or nothing more: they would be kept for 20 and for 60 seconds. */
    @Test
    void withoutARequestEndForOthers() throws Exception {
        try (var server =
                RunningServer.start("--keyledger.connections.in-all=600", "--keyledger.connections.per-address=100")) {
            var owner = Client.owner(server);
            for (var request : List.of("", "GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")) {
                var open = new ArrayList<Socket>();
                try {
                    for (int i = 0; i < 900; i++) {
                        var socket = RawRequest.connection(server, "127.0.4." + (1 + i % 9));
                        open.add(socket);
                        write(socket, request);
                    }
                    var start = System.nanoTime();
                    for (int i = 0; i < 20; i++) {
                        Client.owner(server);
                        assertThat(owner.get("/api/roles").status()).isEqualTo(200);
                    }
                    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
                } finally {
                    for (var socket : open) {
                        socket.close();
                    }
                }
            }
            assertThat(Files.readString(server.log())).doesNotContain("OutOfMemoryError", "\tat ");
        }
    }

    /** As much as is taken: the server may end it before it has everything. */
    private static void write(Socket socket, String request) {
        try {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        } catch (IOException e) {
            // it was ended to make room, or refused
        }
    }

    @Test
    void ofOneAddressDoNotGoOnForEver() throws Exception {
        try (var server = RunningServer.start(
                "--keyledger.connections.per-address=50", "--keyledger.connections.request-time=PT2S")) {
            for (var beginning : BEGINNINGS) {
                try (var slow = RawRequest.connection(server, "127.0.0.9")) {
                    slow.getOutputStream().write(beginning.getBytes(ISO_8859_1));
                    assertThat(isEndedBy(slow, Duration.ofSeconds(10)))
                            .as(beginning)
                            .isTrue();
                }
            }
        }
    }

    private static void assertAnsweredSoon(RunningServer server, Client owner) {
        var start = System.nanoTime();
        Client.owner(server);
        var made = owner.post("/api/organizations", Json.document("organizations", Map.of("name", "meanwhile")));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        assertThat(owner.get("/api/roles").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    }

    private static void assertTenThousandParametersAreRefused(RunningServer server) {
        var parameters =
                IntStream.range(0, 10_000).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
        var anybody = Client.anonymous(server);
        assertThat(anybody.send(
                                "POST",
                                "/oauth/token",
                                parameters,
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isEqualTo(413);
        assertThat(anybody.get("/api/roles?" + parameters).status()).isEqualTo(400);
    }

    private static int ready(RunningServer server) {
        return Client.anonymous(server)
                .send("GET", "/actuator/health/readiness", null, Map.of("Accept", "*/*"))
                .status();
    }

    private static void drip(List<Socket> open) {
        for (var socket : open) {
            try {
                socket.getOutputStream().write('a');
            } catch (IOException e) {
                // this one was refused and has ended
            }
        }
    }

    /** Goes on with a byte a second at each. */
    private static void assertAllEnd(List<Socket> open) throws Exception {
        var deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var left = new ArrayList<>(open);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            left.removeIf(SlowConnectionsTest::isEndedNow);
            Thread.sleep(1000);
        }
        assertThat(left).isEmpty();
    }

    /** Whether writing to it fails, as it does once the other end has closed it. */
    private static boolean isEndedNow(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean isEnded(Socket socket) throws IOException {
        socket.setSoTimeout(5000);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static boolean isEndedBy(Socket socket, Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!isEndedNow(socket)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(200);
        }
        return true;
    }
}
