package io.keyledger.command.value;

import org.jspecify.annotations.Nullable;

/**
 * One member of a request that may be left out: null then means something else than absence.
 *
 * @param present whether the request has the member
 * @param value   its value; null when it is null, or absent
 */
public record Given<T>(boolean present, @Nullable T value) {
    /** The member is there. */
    public static <T> Given<T> of(@Nullable T value) {
        return new Given<>(true, value);
    }

    /** The member is not there. */
    public static <T> Given<T> absent() {
        return new Given<>(false, null);
    }

    /** The value when it is present, else the one before. */
    public @Nullable T or(@Nullable T before) {
        return present ? value : before;
    }
}
