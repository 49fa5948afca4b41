package io.keyledger.view.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.h2.mvstore.WriteBuffer;
import org.jspecify.annotations.Nullable;

/** A key of an index comes back from the file as it was, of whatever sort its values are. */
class IndexValueProperties {
    private static final OrderedKeyType TYPE =
            new OrderedKeyType(List.of(new IndexKey("a", true), new IndexKey("b", false)));

    @Property
    void aKeyIsReadAsItWasWritten(@ForAll("keys") List<List<@Nullable Object>> keys) {
        var out = new WriteBuffer();
        keys.forEach(key -> TYPE.write(out, new KeyValue(key)));
        var in = out.getBuffer().flip();

        for (var key : keys) {
            var read = TYPE.read(in);
            assertThat(read).isEqualTo(new KeyValue(key));
            assertThat(TYPE.compare(read, new KeyValue(key))).isZero();
        }
        assertThat(in.hasRemaining()).isFalse();
    }

    @Provide
    Arbitrary<List<List<@Nullable Object>>> keys() {
        return value().list().ofMinSize(1).ofMaxSize(4).list().ofMaxSize(8);
    }

    private static Arbitrary<@Nullable Object> value() {
        return Arbitraries.<@Nullable Object>oneOf(
                        Arbitraries.strings()
                                .withChars("a\u0000ä€\uD83D\uDE00\uFFFF\uD800 ")
                                .ofMaxLength(40),
                        Arbitraries.longs(),
                        Arbitraries.integers(),
                        Arbitraries.doubles(),
                        Arbitraries.of(true, false),
                        Arbitraries.longs()
                                .between(-62_135_596_800_000L, 253_402_300_799_999L)
                                .map(Instant::ofEpochMilli))
                .injectNull(0.1);
    }
}
