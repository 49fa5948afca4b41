package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If-Match as RFC 9110, section 13.1.1, has it: a list, weak tags, {@code *}; on every change and removal there is. */
@ExtendWith(SharedServer.class)
class ConditionalWritesTest {
    private final Client owner;
    private final Ledger ledger;

    ConditionalWritesTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
    }

    @Test
    void refusesEveryChangeWithNoTagOfTheResource() throws Exception {
        var tried = new ArrayList<String>();
        var writes = new EveryWrite(owner.watched(new Client.Watch() {
            @Override
            public void before(Client.Request request) {
                if (request.method().equals("PATCH") || request.method().equals("DELETE")) {
                    var stale = owner.send(
                            request.method(),
                            request.path(),
                            request.body(),
                            Map.of("If-Match", "W/\"0\", \"999999\", \"x\""));
                    assertThat(stale.status())
                            .as(request.method() + ' ' + request.path() + stale.text())
                            .isEqualTo(412);
                    assertThat(stale.code()).isEqualTo("STALE_VERSION");
                    tried.add(request.method());
                }
            }
        }));
        writes.make();
        writes.takeApart();

        assertThat(tried).contains("PATCH", "DELETE").hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAG | 200",
                "\"999\", TAG | 200",
                ", W/\"9\" ,TAG, | 200",
                "* | 200",
                "W/TAG | 412",
                "\"999\", \"998\" | 412",
                "TAG \"999\" | 400",
                "*, TAG | 400",
                "nonsense | 400"
            })
    void takesAListOfTags(String header, int status) {
        var app = ledger.app(ledger.organization("Tags"), "sales_channel", "Tagged");
        var given = header.replace("TAG", app.header("ETag"));
        var path = "/api/api_credentials/" + app.id();

        var changed = owner.send(
                "PATCH",
                path,
                Json.document("api_credentials", app.id(), Map.of("name", "Changed"), Map.of()),
                Map.of("If-Match", given));
        assertThat(changed.status()).as(changed.text()).isEqualTo(status);
        assertThat(owner.get(path).attribute("name").asString()).isEqualTo(status == 200 ? "Changed" : "Tagged");
    }

    @Test
    void saysOfWhatIsNotThereThatItIsNotThere() {
        for (var tag : List.of("*", "\"0\"", "W/\"0\"")) {
            assertThat(owner.send("DELETE", "/api/api_credentials/Nothing001", null, Map.of("If-Match", tag))
                            .status())
                    .isEqualTo(404);
        }
    }
}
