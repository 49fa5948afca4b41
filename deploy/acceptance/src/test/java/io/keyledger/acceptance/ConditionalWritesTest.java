package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If-Match and If-None-Match as RFC 9110, sections 13.1.1 and 13.1.2, have them: a list, weak tags, {@code *}; on every change and removal there is. */
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
                    var there =
                            owner.send(request.method(), request.path(), request.body(), Map.of("If-None-Match", "*"));
                    assertThat(there.status())
                            .as(request.method() + ' ' + request.path() + there.text())
                            .isEqualTo(412);
                    assertThat(there.json().at("/errors/0/source/header").asString())
                            .isEqualTo("If-None-Match");
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TAG | 412",
                "W/TAG | 412",
                "\"999\", TAG | 412",
                "* | 412",
                "\"999\", W/\"998\" | 200",
                "*, TAG | 400",
                "nonsense | 400"
            })
    void takesAListOfTagsThatTheResourceMustNotHave(String header, int status) {
        var app = ledger.app(ledger.organization("Tags"), "sales_channel", "Tagged");
        var path = "/api/app_registrations/" + app.id();
        var given = header.replace("TAG", owner.get(path).header("ETag"));

        var changed = owner.send(
                "PATCH",
                path,
                Json.document("app_registrations", app.id(), Map.of("name", "Changed"), Map.of()),
                Map.of("If-None-Match", given));
        assertThat(changed.status()).as(changed.text()).isEqualTo(status);
        assertThat(owner.send("DELETE", path, null, Map.of("If-None-Match", given))
                        .status())
                .isEqualTo(header.startsWith("\"999\", W") ? 204 : status);
    }

    @Test
    void saysOfWhatIsNotThereThatItIsNotThere() {
        for (var tag : List.of("*", "\"0\"", "W/\"0\"")) {
            for (var header : List.of("If-Match", "If-None-Match")) {
                assertThat(owner.send("DELETE", "/api/api_credentials/Nothing001", null, Map.of(header, tag))
                                .status())
                        .isEqualTo(404);
            }
        }
    }
}
