package io.keyledger.command.app;

import static io.keyledger.command.value.Refuses.refusesField;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppValuesTest {
    @ParameterizedTest
    @ValueSource(ints = {7200, 7201, 31_536_000})
    void takesALifetimeFromTwoHoursToAYear(int seconds) {
        assertThat(new TokenLifetime(seconds).seconds()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(ints = {7199, 0, -1, Integer.MIN_VALUE})
    void refusesALifetimeUnderTwoHours(int seconds) {
        assertThat(catchThrowable(() -> new TokenLifetime(seconds)))
                .matches(refusesField("expires_in", "greater_than_or_equal_to")::matches);
    }

    @ParameterizedTest
    @ValueSource(ints = {31_536_001, Integer.MAX_VALUE})
    void refusesALifetimeOverAYear(int seconds) {
        assertThat(catchThrowable(() -> new TokenLifetime(seconds)))
                .matches(refusesField("expires_in", "less_than_or_equal_to")::matches);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example/cb",
                "https://a.example:8443/cb?x=1",
                "http://localhost:3000/cb",
                "http://127.0.0.1/cb",
                "http://[::1]:9/cb"
            })
    void takesHttpsAndLoopbackAddresses(String uri) {
        assertThat(new RedirectUri(uri).value()).isEqualTo(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.example/cb",
                "/cb",
                "http://a.example/cb",
                "http://localhost.a.example/cb",
                "https://a.example/cb#f",
                "https://user@a.example/cb",
                "https:///cb",
                "ftp://a.example/",
                "javascript:alert(1)",
                "https://a.example/c b",
                "https://a.example:0/cb",
                "https://a.example:65536/cb",
                "https://a.example:99999/cb",
                "https://a.example:-1/cb",
                "http://localhost:99999/cb",
                "https://[2001:db8::1]:70000/cb",
                "myapp:/cb"
            })
    void refusesOtherAddresses(String uri) {
        assertThat(catchThrowable(() -> new RedirectUri(uri)))
                .matches(refusesField("redirect_uri", "invalid")::matches);
    }

    @Test
    void refusesAnAddressOfMoreThan2048Characters() {
        var longest = "https://a.example/" + "x".repeat(2030);
        assertThat(new RedirectUri(longest).value()).hasSize(2048);
        assertThat(catchThrowable(() -> new RedirectUri(longest + "x")))
                .matches(refusesField("redirect_uri", "invalid")::matches);
    }
}
