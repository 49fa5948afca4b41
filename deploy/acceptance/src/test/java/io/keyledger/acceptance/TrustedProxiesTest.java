package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who sent a request that came through a proxy: its limits count for that sender, however the proxy writes it. */
class TrustedProxiesTest {
    private static final String PROXY = "127.0.0.1";
    private static final String SOMEBODY = "127.0.0.7";
    private static final int OF_ONE = 5;
    private static final int TRIED = 20;

    private static RunningServer server;

    @BeforeAll
    static void start() throws Exception {
        server = RunningServer.start(
                "--keyledger.trusted-proxies=" + PROXY + ",10.0.0.0/8",
                "--keyledger.rate-limits.pages-per-address=" + OF_ONE,
                "--keyledger.rate-limits.interval=PT1H");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9.1.0.1:%d                    | 9.1.0.2",
                "9.2.0.%d, 9.2.1.1             | 9.2.1.2",
                "9.3.0.1, 10.0.0.%d            | 9.3.0.2",
                "[2001:db8:4::%x]:1%d          | 2001:db8:4:1::1",
                "::ffff:9.5.0.1, 10.1.2.3:%d   | 9.5.0.2",
                "junk%d, 9.6.0.1               | 9.6.0.2",
            })
    void aSenderHasOneLimitHoweverItIsWritten(String sender, String other) {
        assertThat(answered(PROXY, i -> sender.formatted(10 + i, 10 + i))).isEqualTo(OF_ONE);
        assertThat(status(PROXY, other)).isEqualTo(200);
    }

    @Test
    void whatIsNoAddressCountsForTheProxy() {
        assertThat(answered("127.0.0.1", i -> "junk" + i)).isLessThanOrEqualTo(OF_ONE);
        assertThat(status(PROXY, "unknown")).isEqualTo(429);
        assertThat(status(PROXY, "9.7.0.1")).isEqualTo(200);
    }

    @Test
    void nobodyElseIsBelieved() {
        assertThat(answered(SOMEBODY, i -> "9.8.0." + i)).isEqualTo(OF_ONE);
    }

    @Test
    void theAuditLogHasTheSendersAddress() throws InterruptedException {
        var owner = Client.owner(server);
        var made = owner.send(
                "POST",
                "/api/organizations",
                Json.document("organizations", Map.of("name", "forwarded")),
                Map.of("X-Forwarded-For", "6.6.6.6, [::ffff:9.9.9.1]:1234", "Content-Type", Client.JSON_API));
        assertThat(made.status()).as(made.text()).isEqualTo(201);

        var address = "/api/audit_events?filter[q][resource_id_eq]="
                + made.json().at("/data/id").asString();
        var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (owner.get(address).json().path("data").isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(owner.get(address).json().at("/data/0/attributes/ip").asString())
                .isEqualTo("9.9.9.1");
    }

    private static long answered(String from, IntFunction<String> forwarded) {
        return IntStream.range(0, TRIED)
                .filter(i -> status(from, forwarded.apply(i)) == 200)
                .count();
    }

    private static int status(String from, String forwarded) {
        try (var socket = RawRequest.connection(server, from)) {
            socket.getOutputStream()
                    .write(("GET /docs HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Forwarded-For: " + forwarded
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            var answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            return Integer.parseInt(answer.substring("HTTP/1.1 ".length()).substring(0, 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
