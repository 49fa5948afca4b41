package io.keyledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.acceptance.Json.Ref;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app is for: said in the full face, told by the histories of both. Source: CONTRACT A2. */
@ExtendWith(SharedServer.class)
class AppDescriptionTest {
    private static final String APPS = "/api/app_registrations";
    private static final String FIELD = "/data/attributes/description";

    private final Ledger ledger;
    private final Client owner;
    private final String organization;

    AppDescriptionTest(RunningServer server) {
        this.owner = Client.owner(server);
        this.ledger = new Ledger(owner);
        this.organization = ledger.organization("Descriptions");
    }

    @Test
    void isSaidChangedAndTakenOff() {
        var app = described("Reads orders");
        assertThat(app.attribute("description").asString()).isEqualTo("Reads orders");
        assertThat(shown(app.id())).isEqualTo("Reads orders");

        assertThat(change(app.id(), "Reads skus").attribute("description").asString())
                .isEqualTo("Reads skus");
        assertThat(change(app.id(), "").attribute("description").asString()).isEmpty();
        var cleared = change(app.id(), null);
        assertThat(cleared.status()).as(cleared.text()).isEqualTo(200);
        assertThat(cleared.attribute("description").isNull()).isTrue();
    }

    @Test
    void isNullWhereNobodyHasSaidIt() {
        assertThat(described(null).attribute("description").isNull()).isTrue();
        var dashboard = ledger.app(organization, "orders", "Orders").id();
        assertThat(owner.get(APPS + "/" + dashboard).attribute("description").isNull())
                .isTrue();
    }

    @Test
    void isNoAttributeOfTheCompactFace() {
        var app = described("Reads orders");
        var compact = owner.get("/api/api_credentials/" + app.id());
        assertThat(compact.data().path("attributes").has("description")).isFalse();
        var body = Json.document("api_credentials", app.id(), Map.of("description", "x"), Map.of());
        assertThat(owner.patch("/api/api_credentials/" + app.id(), body).status())
                .isEqualTo(400);
    }

    @Test
    void staysWhenTheAppIsChangedThroughTheCompactFace() {
        var app = described("Reads orders");
        var body = Json.document("api_credentials", app.id(), Map.of("name", "Other"), Map.of());
        assertThat(owner.patch("/api/api_credentials/" + app.id(), body).status())
                .isEqualTo(200);
        assertThat(shown(app.id())).isEqualTo("Reads orders");
    }

    @Test
    void standsInTheHistoryOfBothFaces() {
        var app = described("Reads orders").id();
        change(app, "Reads skus");
        for (var face : List.of("app_registrations", "api_credentials")) {
            var versions = owner.get("/api/" + face + "/" + app + "/versions?sort=created_at")
                    .data();
            assertThat(versions.valueStream()
                            .map(v -> v.at("/attributes/changes/description").toString()))
                    .as(face)
                    .containsExactly("[null,\"Reads orders\"]", "[\"Reads orders\",\"Reads skus\"]");
        }
    }

    @Test
    void isAuditedWithTheTextBeforeAndAfter() {
        var app = described("Reads orders").id();
        change(app, null);
        var entries = owner.get("/api/audit_events?sort=position&filter%5Bq%5D%5Bapp_id_eq%5D=" + app
                        + "&filter%5Bq%5D%5Btype_eq%5D=app.described")
                .data();
        assertThat(entries.valueStream()
                        .map(entry ->
                                entry.at("/attributes/changes/description").toString()))
                .containsExactly("[null,\"Reads orders\"]", "[\"Reads orders\",null]");
        assertThat(entries.path(1).at("/attributes/changes").size()).isEqualTo(1);
    }

    @Test
    void isShownAsItWas() throws InterruptedException {
        var app = described("Before").id();
        Thread.sleep(Duration.ofMillis(20));
        var then = Instant.now(Clock.systemUTC());
        Thread.sleep(Duration.ofMillis(20));
        change(app, "After");

        assertThat(owner.get(APPS + "/" + app + "?as_of=" + then)
                        .attribute("description")
                        .asString())
                .isEqualTo("Before");
        assertThat(shown(app)).isEqualTo("After");
    }

    @Test
    void isFoundByItsText() {
        var first = described("finds me by needle").id();
        var second = described("finds me by Needle too").id();
        described("something else");
        var none = described(null).id();

        assertThat(ids(found("description_cont", "needle"))).containsExactlyInAnyOrder(first, second);
        assertThat(ids(found("description_eq", "finds+me+by+needle"))).containsExactly(first);
        assertThat(ids(found("description_null", "true"))).contains(none).doesNotContain(first, second);
        assertThat(owner.get(APPS + "?sort=description").code()).isEqualTo("INVALID_SORT_CRITERIA");
    }

    @Test
    void isNoVersionWhenItIsTheSame() {
        var app = described("Reads orders").id();
        var before = owner.get(APPS + "/" + app).header("ETag");
        assertThat(change(app, "Reads orders").header("ETag")).isEqualTo(before);
        assertThat(owner.get(APPS + "/" + app + "/versions").data().size()).isEqualTo(1);
    }

    @Test
    void isNotChangedByOneWhoSawAnotherVersion() {
        var app = described("One");
        var seen = app.header("ETag");
        change(app.id(), "Two");
        var stale = owner.send("PATCH", APPS + "/" + app.id(), document(app.id(), "Three"), Map.of("If-Match", seen));
        assertThat(stale.status()).isEqualTo(412);
        assertThat(shown(app.id())).isEqualTo("Two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "🛒"})
    void hasAThousandCharactersAtMost(String character) {
        var longest = character.repeat(1000);
        var app = described(longest);
        assertThat(app.attribute("description").asString()).isEqualTo(longest);
        assertRefused(change(app.id(), longest + character));
        assertRefused(owner.post(APPS, newDocument(longest + character)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\tb", "a\u0007b", "a\u2028b", "a\u200bb", "a\u202eb"})
    void hasNoControlAndFormatCharacters(String text) {
        assertRefused(owner.post(APPS, newDocument(text)));
        assertRefused(change(described("a").id(), text));
    }

    private static void assertRefused(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.pointer()).isEqualTo(FIELD);
        assertThat(answer.json().path("errors").size()).isEqualTo(1);
    }

    private Answer described(@Nullable String description) {
        return Ledger.made(owner.post(APPS, newDocument(description)));
    }

    private String newDocument(@Nullable String description) {
        var attributes = new HashMap<String, @Nullable Object>();
        attributes.put("name", "Described");
        attributes.put("description", description);
        return Json.document(
                "app_registrations", null, attributes, Map.of("organization", new Ref("organizations", organization)));
    }

    private Answer change(String id, @Nullable String description) {
        return owner.patch(APPS + "/" + id, document(id, description));
    }

    private static String document(String id, @Nullable String description) {
        return Json.document("app_registrations", id, Collections.singletonMap("description", description), Map.of());
    }

    private String shown(String id) {
        return owner.get(APPS + "/" + id).attribute("description").asString();
    }

    private Answer found(String predicate, String value) {
        return owner.get(APPS + "?filter%5Bq%5D%5Borganization_id_eq%5D=" + organization + "&filter%5Bq%5D%5B"
                + predicate + "%5D=" + value);
    }

    private static List<String> ids(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.data().valueStream().map(app -> app.path("id").asString()).toList();
    }
}
