package io.keyledger.http.request;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import io.keyledger.kernel.problem.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiJsonTest {
    @Test
    void readsWhatJsonAllows() {
        assertThat(ApiJson.parse("{\"ä\":[1,2.5,\"\\ud83d\\ude00\",null]}".getBytes(UTF_8))
                        .path("ä")
                        .size())
                .isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"a\":1}}",
                "{\"a\":1,\"a\":2}",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":1e999}",
                "{\"a\":\"\\ud800\"}",
                "{\"\\udc00\":1}",
                "\ufeff{}"
            })
    void refusesWhatCouldNotBeGivenBack(String text) {
        refused(text.getBytes(UTF_8));
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        refused(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
        refused(new byte[] {'"', (byte) 0xc0, (byte) 0xaf, '"'});
        refused("{\"a\":1}".getBytes(UTF_16BE));
    }

    @Test
    void refusesOneLevelTooMany() {
        assertThat(ApiJson.parse(nested(ApiJson.MAX_DEPTH)).isArray()).isTrue();
        refused(nested(ApiJson.MAX_DEPTH + 1).getBytes(UTF_8));
        refused(nested(100_000).getBytes(UTF_8));
    }

    @Test
    void refusesMorePartsThanAnyResourceHas() {
        var most = ApiJson.MAX_TOKENS - 2;
        assertThat(ApiJson.parse(numbers(most)).size()).isEqualTo(most);
        refused(numbers(most + 1).getBytes(UTF_8));
    }

    private static String numbers(int count) {
        return "[" + "1,".repeat(count - 1) + "1]";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static void refused(byte[] body) {
        assertThatExceptionOfType(InvalidValue.class)
                .isThrownBy(() -> ApiJson.parse(body))
                .satisfies(e -> assertThat(e.refusals())
                        .singleElement()
                        .extracting(Refusal::code)
                        .isEqualTo(ErrorCode.INVALID_DATA_FORMAT));
    }
}
