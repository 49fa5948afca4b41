package io.keyledger.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.CustomerScopeChanged;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No token is larger than what can be sent, introspected and revoked. */
class TokenSizeTest extends NodeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 50, 90, 99, 100, 101, 130, 1000, 120_000})
    void issuesNothingThatCannotBeIntrospectedAndRevoked(int words) throws Exception {
        var shop = ledger.app(ledger.organization("words" + words), "sales_channel");
        settle();
        var scope = String.join(
                " ", IntStream.range(0, words).mapToObj(i -> "market:" + i).toList());

        for (var answer : List.of(form(shop, "scope", scope), json(shop, "scope", scope))) {
            if (words > 100) {
                assertThat(answer.status()).isEqualTo(words > 10_000 ? 413 : 400);
            } else {
                assertThat(answer.status()).isEqualTo(200);
                sound(shop, answer.token());
            }
        }
        if (words > 100) {
            assertThat(form(shop, "scope", scope).json().get("error").asString())
                    .isIn("invalid_scope", "invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 1200, 1900, 2048, 2049, 4000})
    void boundsTheLengthOfAScopeOfOneWord(int length) throws Exception {
        var shop = ledger.app(ledger.organization("length" + length), "sales_channel");
        settle();

        for (var answer : List.of(
                form(shop, "scope", "market:" + "a".repeat(length - 7)),
                json(shop, "scope", "market:" + "a".repeat(length - 7)))) {
            assertThat(answer.status()).isEqualTo(length < 1900 ? 200 : answer.status());
            if (answer.status() == 200) {
                sound(shop, answer.token());
            } else {
                assertThat(answer.text()).contains("invalid_scope");
            }
        }
    }

    @Test
    void refusesTheScopeWhenPermissionsAndCustomersMakeTheTokenTooLarge() throws Exception {
        var app = ledger.app(ledger.organization("permissions"), "integration");
        var many = IntStream.range(0, 60)
                .mapToObj(i -> "a-permission-with-a-long-name:" + i)
                .toList();
        ledger.record(app.id(), new ApiPermissionsChanged(app.id(), many));
        ledger.record(
                app.id(),
                new CustomerScopeChanged(
                        app.id(),
                        "specific_customers",
                        IntStream.range(0, 50)
                                .mapToObj(i -> "c%09d".formatted(i))
                                .toList(),
                        List.of()));
        settle();

        assertThat(form(app).json().get("error").asString()).isEqualTo("invalid_scope");
        var fewer = form(app, "scope", String.join(" ", many.subList(0, 10)));
        assertThat(fewer.status()).isEqualTo(200);
        sound(app, fewer.token());
    }

    private void sound(Ledger.App app, String token) {
        assertThat(token.length()).isLessThanOrEqualTo(4096);
        assertThat(active(app, token)).isTrue();
        assertThat(http.form("/oauth/revoke", credentials(app, "token", token)).status())
                .isEqualTo(200);
        assertThat(active(app, token)).isFalse();
    }

    private boolean active(Ledger.App app, String token) {
        return http.form("/oauth/introspect", credentials(app, "token", token))
                .json()
                .get("active")
                .asBoolean();
    }
}
