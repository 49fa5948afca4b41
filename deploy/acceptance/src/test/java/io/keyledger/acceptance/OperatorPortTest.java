package io.keyledger.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nobody is asked for credentials at the operator's port: it has bounds all the same. */
class OperatorPortTest {
    private static final int OF_ONE_ADDRESS = 32;
    private static final String ADDRESS = "127.0.4.1";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SCRAPES = "GET /actuator/prometheus HTTP/1.1\r\nHost: a\r\n\r\n".repeat(100);

    @Test
    void hasBoundsOfItsOwn() throws Exception {
        try (var server = RunningServer.startWithOperator()) {
            assertLargeBodiesAreRefused(server);
            assertWebPagesAreRefused(server);
            var open = new ArrayList<Socket>();
            try {
                for (int i = 0; i < OF_ONE_ADDRESS; i++) {
                    open.add(RawRequest.operatorConnection(server, ADDRESS));
                }
                var oneMore = RawRequest.operatorConnection(server, ADDRESS);
                open.add(oneMore);
                assertThat(isEnded(oneMore)).as("one more of an address").isTrue();
                assertThat(isEnded(open.getFirst())).as("the first of them").isFalse();

                write(open.subList(0, OF_ONE_ADDRESS), "GET / HTTP/1.1\r\nX: ");
                assertThat(new Operator(server).get("/actuator/health").status())
                        .isEqualTo(200);
                assertThat(open.stream().filter(OperatorPortTest::isEnded).count())
                        .as("slow ones, ended for others")
                        .isGreaterThanOrEqualTo(20);
            } finally {
                close(open);
            }
            assertThat(Files.readString(server.log())).doesNotContain("OutOfMemoryError", "\tat ");
        }
    }

    @Test
    void keepsNobodyElseFromBeingAnswered() throws Exception {
        try (var server = RunningServer.startWithOperator()) {
            var owner = Client.owner(server);
            var open = new ArrayList<Socket>();
            try {
                for (int i = 0; i < OF_ONE_ADDRESS; i++) {
                    open.add(RawRequest.operatorConnection(server, ADDRESS));
                }
                write(open, SCRAPES);
                var start = System.nanoTime();
                for (int i = 0; i < 20; i++) {
                    assertThat(owner.get("/api/roles").status()).isEqualTo(200);
                }
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
                assertThat(new Operator(server).get("/actuator/health").status())
                        .isEqualTo(200);
            } finally {
                close(open);
            }
            assertThat(Files.readString(server.log())).doesNotContain("OutOfMemoryError", "\tat ");
        }
    }

    private static void write(List<Socket> open, String request) throws IOException {
        for (var socket : open) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
        }
    }

    private static void close(List<Socket> open) throws IOException {
        for (var socket : open) {
            socket.close();
        }
    }

    private static void assertLargeBodiesAreRefused(RunningServer server) throws Exception {
        var large = "{\"a\":\"" + "x".repeat(9000) + "\"}";
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(ISO_8859_1)));
        try (var http = HttpClient.newHttpClient()) {
            for (var body : new HttpRequest.BodyPublisher[] {BodyPublishers.ofString(large), chunked}) {
                var request = HttpRequest.newBuilder(server.operatorUri("/actuator/views/nothing"))
                        .header("Content-Type", "application/json")
                        .POST(body)
                        .build();
                var answer = http.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
                assertThat(answer.body()).contains("PAYLOAD_TOO_LARGE");
            }
        }
        assertThat(new Operator(server).rebuild("nothing").status()).isEqualTo(404);
    }

    private static void assertWebPagesAreRefused(RunningServer server) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            for (var header : List.of("Origin", "Sec-Fetch-Site")) {
                var request = HttpRequest.newBuilder(server.operatorUri("/actuator/views/apps"))
                        .header(header, header.equals("Origin") ? "http://evil.example" : "cross-site")
                        .POST(BodyPublishers.noBody())
                        .build();
                assertThat(http.send(request, BodyHandlers.ofString()).statusCode())
                        .isEqualTo(403);
            }
        }
    }

    private static boolean isEnded(Socket socket) {
        try {
            socket.setSoTimeout(100);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
