package io.keyledger.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class IdProperties {
    @Property
    void everyDrawnIdIsOne(@ForAll long seed) {
        var id = new Randomness(new Random(seed)).id();

        assertThat(new AppId(id)).hasToString(id);
    }

    @Property
    void tenLettersAndDigitsAreAnId(@ForAll @AlphaChars @NumericChars @StringLength(10) String text) {
        assertThat(Id.isId(text)).isTrue();
    }

    @Property
    void anythingElseIsRefused(@ForAll @StringLength(max = 12) String text) {
        Assume.that(!text.matches("[0-9A-Za-z]{10}"));

        var refused = catchThrowableOfType(InvalidValue.class, () -> new AppId(text));

        assertThat(Objects.requireNonNull(refused).refusals())
                .extracting(Refusal::code)
                .containsExactly(ErrorCode.INVALID_ID);
    }

    @Example
    void lettersOfOtherAlphabetsAreNone() {
        assertThat(Id.isId("АВСЕНКМОРТ")).isFalse();
        assertThat(Id.isId("١٢٣٤٥٦٧٨٩٠")).isFalse();
    }
}
