package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What a tenant may write, as often as it may: a server with a heap of 512 MB shows it, and makes its views anew. */
class LargestMetadataTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int CHANGES = 96;

    @Test
    @Timeout(300)
    void isChangedManyTimesAndEveryViewIsMadeAnew() {
        try (var server = RunningServer.startWithOperator("--keyledger.rate-limits.enabled=false")) {
            assertThat(server.command()).contains("-Xmx512m");
            var operator = new Operator(server);
            var owner = Client.owner(server);
            var app = new Ledger(owner)
                    .app(server.bootstrap().path("organization_id").asString(), "sales_channel", "large");
            var path = "/api/api_credentials/" + app.id();
            for (int i = 1; i <= CHANGES; i++) {
                assertThat(owner.patch(path, change(app.id(), i)).status()).isEqualTo(200);
            }

            for (var view : operator.views().propertyNames()) {
                assertThat(operator.rebuild(view).status()).as(view).isEqualTo(202);
            }

            var deadline = System.nanoTime() + LONG.toNanos();
            while (isUnderWay(operator.views())) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                RunningServer.pause(Duration.ofMillis(200));
            }
            operator.views().forEach(view -> {
                assertThat(view.path("generation").asInt()).isGreaterThan(1);
                assertThat(view.path("setAside").asLong(-1)).isZero();
            });
            assertThat(owner.get(path)
                            .json()
                            .at("/data/attributes/metadata/m00")
                            .asString(""))
                    .isEqualTo(value(CHANGES));
        }
    }

    private static boolean isUnderWay(JsonNode views) {
        return views.valueStream().anyMatch(view -> view.path("rebuild").isObject());
    }

    /** 64 members of a little less than 16 KB together, none as it was before. */
    private static String change(String id, int number) {
        var members = IntStream.range(0, 64)
                .mapToObj(i -> "\"m%02d\":\"%s\"".formatted(i, value(number)))
                .collect(Collectors.joining(","));
        return """
                {"data":{"type":"api_credentials","id":"%s","attributes":{"metadata":{%s}}}}
                """.formatted(id, members);
    }

    private static String value(int number) {
        return "%03d".formatted(number).repeat(81);
    }
}
