package io.keyledger.command.organization;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource({
        "Acme, acme",
        "The Blue Brand, the-blue-brand",
        "Größe & Söhne!, gro-e-sohne",
        "  --Acme--  , acme",
        "日本, organization",
        "A1, a1"
    })
    void isMadeOfTheName(String name, String slug) {
        assertThat(Slug.of(name).value()).isEqualTo(slug);
    }

    @Property
    void isMadeOfAnyName(@ForAll String name) {
        assertThat(Slug.of(name).with("Ab3dE6").value()).matches("[a-z0-9][a-z0-9-]{0,46}[a-z0-9]");
    }
}
