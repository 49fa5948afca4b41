package io.keyledger.kernel.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

class JsonLengthProperties {
    /** A slash need not be escaped; Jackson escapes it for the sake of HTML. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
            .build();

    @Property
    void isTheLengthOfWhatJacksonWrites(@ForAll("values") Object value) {
        assertThat(JsonLength.of(value)).isEqualTo(JSON.writeValueAsBytes(value).length);
    }

    @Example
    void knowsEveryCharacterOfOneChar() {
        for (char character = 0; character < Character.MIN_SURROGATE; character++) {
            var text = String.valueOf(character);
            assertThat(JsonLength.of(text)).as("%x", (int) character).isEqualTo(JSON.writeValueAsBytes(text).length);
        }
    }

    @Example
    void knowsNothingAndEmptyThings() {
        var value = new HashMap<String, Object>();
        value.put("", null);
        value.put("a", new ArrayList<>(List.of(new HashMap<>(), List.of(), "")));
        assertThat(JsonLength.of(value)).isEqualTo("{\"\":null,\"a\":[{},[],\"\"]}".length());
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.recursive(this::leaves, this::around, 0, 3);
    }

    private Arbitrary<Object> around(Arbitrary<Object> inner) {
        return Arbitraries.oneOf(
                inner.list().ofMaxSize(4).asGeneric(),
                Arbitraries.maps(texts(), inner).ofMaxSize(4).asGeneric());
    }

    private Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                texts().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.integers().asGeneric(),
                Arbitraries.doubles().asGeneric(),
                Arbitraries.bigIntegers().asGeneric(),
                Arbitraries.bigDecimals().asGeneric(),
                Arbitraries.of(true, false).asGeneric());
    }

    private Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.chars()
                                .all()
                                .filter(character -> !Character.isSurrogate(character))
                                .map(String::valueOf),
                        Arbitraries.integers().between(0x10000, 0x10FFFF).map(Character::toString))
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }
}
