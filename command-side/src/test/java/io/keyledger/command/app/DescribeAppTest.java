package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.NOW;
import static io.keyledger.command.app.AppFixtures.ORGANIZATION;
import static io.keyledger.command.app.AppFixtures.ROLE;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.secret;
import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesFields;
import static io.keyledger.command.value.Refuses.refusesWith;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.keyledger.command.value.Given;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.AppDescribed;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeAppTest {
    private static final String ID = "app0000001";

    @Test
    void describesANewAppRightAfterItsRegistration() {
        var app = newApp(new DescribeApp(APP, "Reads orders"));
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, app, RedirectUris.NONE, ROLE))
                .expectEvents(
                        integration(),
                        described("Reads orders"),
                        firstSecret(),
                        new ReferenceChanged("api_credentials", ID, "42", null));
    }

    @Test
    void recordsNothingOfANewAppWithoutOne() {
        fixture()
                .givenNoPriorActivity()
                .when(new RegisterApp(APP, newApp(new DescribeApp(APP, null)), RedirectUris.NONE, ROLE))
                .expectEvents(integration(), firstSecret(), new ReferenceChanged("api_credentials", ID, "42", null));
    }

    @Test
    void describesAnAppInOtherWords() {
        fixture()
                .given(integration(), described("Reads orders"))
                .when(describe("Reads skus"))
                .expectEvents(described("Reads skus"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "")
    void takesTheDescriptionOff(@Nullable String none) {
        fixture()
                .given(integration(), described("Reads orders"))
                .when(describe(none))
                .expectEvents(described(none));
    }

    @Test
    void keepsAnEmptyDescriptionApartFromNone() {
        fixture().given(integration()).when(describe("")).expectEvents(described(""));
        fixture().given(integration(), described("")).when(describe(null)).expectEvents(described(null));
    }

    @Test
    void recordsNothingWhenTheDescriptionIsTheSame() {
        fixture().given(integration()).when(describe(null)).expectNoEvents();
        fixture().given(integration(), described("a")).when(describe("a")).expectNoEvents();
        fixture().given(integration(), described("")).when(describe("")).expectNoEvents();
        fixture()
                .given(integration(), described("a"), described(null))
                .when(describe(null))
                .expectNoEvents();
    }

    @Test
    void isAVersionOfTheApp() {
        var change = List.<AppChange>of(new RenameApp(APP, new Name("Store")));
        fixture()
                .given(integration(), described("a"))
                .when(new ChangeApp(APP, change, ExpectedVersions.of(0)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
        fixture()
                .given(integration(), described("a"), new TokenRevoked(ID, "jti", NOW))
                .when(new ChangeApp(APP, List.of(new DescribeApp(APP, "b")), ExpectedVersions.of(1)))
                .expectEvents(described("b"));
    }

    @Test
    void changesAllOrNothing() {
        var changes = List.<AppChange>of(new DescribeApp(APP, "b"), new AssignRole(APP, null, Representation.COMPACT));
        fixture()
                .given(integration(), described("a"))
                .when(new ChangeApp(APP, changes, null))
                .expectNoEvents()
                .expectException(refusesFields("role blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "Größe 10 % · 注文を読む 🛒", "\"quoted\" <b>&amp;</b>"})
    void takesAnyTextOfOneLine(String text) {
        assertThat(new DescribeApp(APP, text).description()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "ä", "🛒"})
    void countsCharactersAndNotTheirParts(String character) {
        assertThat(new DescribeApp(APP, character.repeat(1000)).description()).startsWith(character);
        assertThat(catchThrowable(() -> new DescribeApp(APP, character.repeat(1001))))
                .matches(refusesField("description", "too_long")::matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\tb", "a\u0000b", "a\u0085b", "a\u2028b", "a\u2029b", "a\u200bb", "a\u202eb", "\ufeffa"
            })
    void refusesControlAndFormatCharacters(String text) {
        assertThat(catchThrowable(() -> new DescribeApp(APP, text)))
                .matches(refusesField("description", "invalid")::matches);
    }

    private static NewApp newApp(DescribeApp description) {
        return NewApp.of(ORGANIZATION, "integration", Mode.TEST, "client-1", new Name("Shop"))
                .attributes(List.of(description))
                .secret(FirstSecret.longest(secret("secret0001")))
                .labels(new LabelChange(Given.of("42"), Given.absent(), Given.absent()))
                .build();
    }

    private static AppDescribed described(@Nullable String description) {
        return new AppDescribed(ID, description);
    }

    private static ChangeApp describe(@Nullable String description) {
        return new ChangeApp(APP, List.of(new DescribeApp(APP, description)), null);
    }
}
