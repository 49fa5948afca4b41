package io.keyledger.kernel.problem;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reason of a refusal.
 *
 * @param code   the stable code
 * @param detail what was expected, for people; never the refused value of a secret
 * @param field  the attribute, relationship or parameter meant; null when the whole request is
 * @param rule   the broken rule in the words of the provisioning API ({@code blank}, {@code inclusion}, {@code taken}
 *               …)
 * @param meta   figures of the rule, such as {@code value} and {@code count}
 */
public record Refusal(
        ErrorCode code,
        String detail,
        @Nullable String field,
        @Nullable String rule,
        Map<String, Object> meta) {
    public Refusal {
        meta = Map.copyOf(meta);
    }

    public Refusal(ErrorCode code, String detail) {
        this(code, detail, null, null, Map.of());
    }

    /** A broken rule of one field: {@link ErrorCode#VALIDATION_ERROR}. */
    public static Refusal ofField(String field, String rule, String detail) {
        return new Refusal(ErrorCode.VALIDATION_ERROR, detail, field, rule, Map.of());
    }
}
