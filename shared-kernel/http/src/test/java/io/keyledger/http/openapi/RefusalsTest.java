package io.keyledger.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RefusalsTest {
    @Test
    void ordersTheCodesOfAllGroundsByStatus() {
        var refusals = Refusals.of(List.of(RefusalCause.CALLER, RefusalCause.ID), List.of())
                .byStatus();

        assertThat(refusals).containsOnlyKeys(401, 403, 404);
        assertThat(Objects.requireNonNull(refusals.get(401)).codes())
                .containsExactlyInAnyOrder(ErrorCode.UNAUTHORIZED, ErrorCode.INVALID_TOKEN);
    }

    @Test
    void sharesWhatTheGroundsSayAndNothingElse() {
        var refusals = Refusals.of(List.of(RefusalCause.CALLER, RefusalCause.ID), List.of(ErrorCode.SYSTEM_APP))
                .byStatus();

        assertThat(Objects.requireNonNull(refusals.get(404)).isCommon()).isTrue();
        assertThat(Objects.requireNonNull(refusals.get(403)).isCommon()).isFalse();
        assertThat(Objects.requireNonNull(refusals.get(403)).codes())
                .containsExactlyInAnyOrder(ErrorCode.FORBIDDEN, ErrorCode.SYSTEM_APP);
    }

    @Test
    void givesTheSameNameToTheSameCodes() {
        var one = Refusals.of(List.of(RefusalCause.ANSWER, RefusalCause.SHAPE), List.of())
                .byStatus();
        var other = Refusals.of(List.of(RefusalCause.SHAPE, RefusalCause.ANSWER, RefusalCause.ID), List.of())
                .byStatus();

        assertThat(Objects.requireNonNull(other.get(400)).name())
                .isEqualTo(Objects.requireNonNull(one.get(400)).name())
                .isEqualTo("Refused400ByAnswerShape");
    }
}
