package io.keyledger.command.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.kernel.problem.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u2003"})
    void refusesABlankName(String name) {
        assertThat(Refuses.refusesField("name", "blank").matches(catchThrowable(() -> new Name(name))))
                .isTrue();
    }

    @Test
    void refusesANameOfMoreThan255Characters() {
        assertThat(new Name("ü".repeat(255)).value()).hasSize(255);
        assertThat(Refuses.refusesField("name", "too_long").matches(catchThrowable(() -> new Name("a".repeat(256)))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nb", "a\u001b[31mb", "a\u0000", "\u202egnp.exe", "a\u200bb", "\u3164", "\u0301"})
    void refusesControlAndHiddenCharactersInAName(String name) {
        assertThat(Refuses.refusesField("name", "invalid").matches(catchThrowable(() -> new Name(name))))
                .isTrue();
    }

    @Test
    void takesOneAddressForTheSamePersonHoweverItIsTyped() {
        assertThat(new EmailAddress("Ada@Example.ORG")).isEqualTo(new EmailAddress("ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ada", "@x", "a@", "a b@x", "a@b@c", "a@b\n"})
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> new EmailAddress(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void keepsWhatARequestDoesNotMention() {
        assertThat(Given.<String>absent().or("before")).isEqualTo("before");
        assertThat(Given.<String>of(null).or("before")).isNull();
        assertThat(Given.of("after").or("before")).isEqualTo("after");
    }
}
