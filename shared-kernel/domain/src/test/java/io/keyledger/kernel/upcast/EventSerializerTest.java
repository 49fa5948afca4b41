package io.keyledger.kernel.upcast;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.ClientSecretLeaked;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventSerializerTest {
    private final EventSerializer serializer = EventSerializer.ofPublishedEvents();

    @Test
    void callsAnEventByItsWord() {
        assertThat(StoredEvent.of(new AppRenamed("app", "Shop")))
                .isEqualTo(new StoredEvent("app.renamed", "1", "{\"appId\":\"app\",\"name\":\"Shop\"}"));
    }

    @Test
    void writesWhatIsNull() {
        assertThat(StoredEvent.of(new ClientSecretLeaked("app", "secret", null)).json())
                .isEqualTo("{\"appId\":\"app\",\"secretId\":\"secret\",\"sourceUrl\":null}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "app.renamed | {'appId':'a','name':'b','colour':'c'} | colour",
                "app.renamed | {'appId':'a'} | name",
                "app.renamed | {'appId':'a','name':null} | name",
                "app.renamed | {'appId':'a','name':5} | name",
                "app.renamed | {'appId':'a','name':true} | name",
                "app.renamed | {'appId':'a','name':'b'} {} | trailing",
                "app.renamed | ['a','b'] | Cannot deserialize",
                "app.renamed | null | it is null",
                "app.renamed | {'appId':'a', | end-of-input",
                "client_secret.leaked | {'appId':'a','secretId':'s'} | sourceUrl",
                "customer_group.customers_assigned | {'customerGroupId':'g','customerIds':['c',null]} | customerIds",
                "customer_group.customers_assigned | {'customerGroupId':'g','customerIds':null} | customerIds",
                "customer_group.customers_assigned | {'customerGroupId':'g','customerIds':'c'} | customerIds",
                "token_lifetime.changed | {'appId':'a','previous':1,'expiresIn':null} | expiresIn",
                "token_lifetime.changed | {'appId':'a','previous':1,'expiresIn':'2'} | expiresIn",
                "token_lifetime.changed | {'appId':'a','previous':1,'expiresIn':2.5} | expiresIn",
                "token_lifetime.changed | {'appId':'a','previous':1,'expiresIn':3000000000} | expiresIn",
                "token.revoked | {'appId':'a','tokenId':'t','expiresAt':''} | expiresAt",
                "token.revoked | {'appId':'a','tokenId':'t','expiresAt':'a secret'} | another type: expiresAt",
                "app.renamed | {'appId':'a','name':'b','name':'c'} | Duplicate",
                "redirect_uri.changed | {'appId':'a','redirectUri':'u','redirectUris':[]} | redirectUri",
                "redirect_uri.changed | {'appId':'a'} | redirectUris",
                "redirect_uri.changed | {'appId':'a','redirectUri':5} | redirectUris",
                "redirect_uri.changed | {'appId':'a','redirectUri':'u','colour':'c'} | colour"
            })
    void refusesWhatItWouldNotHaveWritten(String word, String json, String reason) {
        assertThatThrownBy(() -> new StoredEvent(word, "1", json.replace('\'', '"')).read())
                .isInstanceOf(SerializationException.class)
                .message()
                .startsWith(word.replace("uri.", "uris.") + ", revision 1: ")
                .containsIgnoringCase(reason);
    }

    /** A value may be the hash of a secret; what is refused goes to the log. */
    @Test
    void quotesNoValue() {
        assertThatThrownBy(() -> new StoredEvent(
                                "token.revoked", "1", "{\"appId\":\"a\",\"tokenId\":\"t\",\"expiresAt\":\"a secret\"}")
                        .read())
                .isInstanceOf(SerializationException.class)
                .hasStackTraceContaining("expiresAt")
                .extracting(failure -> {
                    var trace = new StringWriter();
                    failure.printStackTrace(new PrintWriter(trace));
                    return trace.toString();
                })
                .asString()
                .doesNotContain("a secret");
    }

    @ParameterizedTest
    @CsvSource({
        "app.renamed, 2",
        "app.renamed,",
        "app.no_such_event, 1",
        "redirect_uri.changed, 2",
        "io.keyledger.kernel.app.AppRenamed, 1",
        "java.lang.String,"
    })
    void knowsNoOtherWordOrRevision(String word, String revision) {
        assertThat(serializer.classForType(new SimpleSerializedType(word, revision)))
                .isEqualTo(UnknownSerializedType.class);
        assertThatThrownBy(() -> new StoredEvent(word, revision, "{}").read())
                .isInstanceOf(SerializationException.class)
                .hasMessage(word + ", revision " + revision + ": this build knows no such event");
    }

    @Test
    void storesNothingWithoutAWord() {
        assertThatThrownBy(() -> serializer.serialize(new Wordless("a"), byte[].class))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("no published word");
    }

    @Test
    void takesNoEventWithoutARevision() {
        assertThatThrownBy(() -> EventSerializer.of(Map.of(Unrevised.class, "unrevised.made")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no revision");
    }

    @Test
    void givesTwoEventsNoWordTogether() {
        assertThatThrownBy(() -> EventSerializer.of(Map.of(AppRenamed.class, "app.it", AppDisabled.class, "app.it")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void keepsMetadataAsAxonDoes() {
        var metadata = MetaData.with("actor_id", "ada").and("ip", null);

        var stored = serializer.serialize(metadata, byte[].class);

        assertThat(new String(stored.getData(), UTF_8)).isEqualTo("{\"actor_id\":\"ada\",\"ip\":null}");
        assertThat(serializer.<byte[], MetaData>deserialize(
                        new SimpleSerializedObject<>(stored.getData(), byte[].class, stored.getType())))
                .isEqualTo(metadata);
    }

    @Revision("1")
    record Wordless(String id) implements DomainEvent {}

    record Unrevised(String id) implements DomainEvent {}
}
