package io.keyledger.http.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyledger.http.description.Filter;
import io.keyledger.http.description.ReadOptions.SortKey;
import io.keyledger.http.resources.Resources;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.InvalidValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lists can be asked besides their attributes. */
class QuestionTest {
    @Test
    void takesAQuestionAsAFilter() {
        assertThat(filter("filter[within]", "P30D").values()).containsExactly("P30D");
        assertThat(filter("filter[app_id]", "app0000001").values()).containsExactly("app0000001");
    }

    @Test
    void takesSeveralOfTheFixedAnswers() {
        assertThat(filter("filter[state]", "expiring,retiring").values()).containsExactly("expiring", "retiring");
    }

    @ParameterizedTest
    @CsvSource({
        "within, 30 days",
        "within, ''",
        "within, P99999999Y",
        "state, dead",
        "state, 'ok,'",
        "app_id, ../../x",
        "unused_for, -P1D"
    })
    void refusesWhatDoesNotFit(String question, String value) {
        assertThatThrownBy(() -> filter("filter[" + question + ']', value))
                .isInstanceOfSatisfying(InvalidValue.class, e -> {
                    var refusal = e.refusals().getFirst();
                    assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_FILTER_VALUE);
                    assertThat(refusal.field()).contains("filter[" + question + ']');
                });
    }

    @Test
    void refusesAQuestionOfAnotherResource() {
        assertThatThrownBy(
                        () -> ReadOptionsParser.list(Resources.ROLES, Parameters.of(Map.of("filter[within]", "P30D"))))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void putsWhatEndsFirstFirst() {
        assertThat(ReadOptionsParser.list(Resources.SECRET_EXPIRIES, Map.of()).sort())
                .isEqualTo(List.of(new SortKey("expires_at", false)));
    }

    private static Filter filter(String name, String value) {
        return ReadOptionsParser.list(Resources.SECRET_EXPIRIES, Parameters.of(Map.of(name, value)))
                .filters()
                .getFirst();
    }
}
