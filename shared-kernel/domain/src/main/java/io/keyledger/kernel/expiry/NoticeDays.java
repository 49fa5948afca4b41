package io.keyledger.kernel.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many days before the end of a credential its organization gets notices; a day is 24 hours. Every notice is given
 * once, as the end comes nearer. Source: CONTRACT A4, {@code expiry_notices}.
 *
 * @param days the most first, each once and 1 or more; none: no notices
 */
public record NoticeDays(List<Integer> days) {
    /** Those of an organization that has not set any. */
    public static final NoticeDays DEFAULT = new NoticeDays(List.of(90, 60, 30, 14, 7, 1));

    public NoticeDays {
        if (days.stream().anyMatch(day -> day < 1)) {
            throw new IllegalArgumentException("a notice is given at least a day before");
        }
        days = days.stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }

    /**
     * One notice.
     *
     * @param days  how many before the end
     * @param dueAt when to give it
     */
    public record Notice(int days, Instant dueAt) {}

    /**
     * The notices still to be given for a credential, the next one first: only those due after it was made, and of
     * fewer days than the last one given.
     *
     * @param madeAt when it was added to its app
     * @param end    when it ends
     * @param given  the days of the last notice given; null before the first
     */
    public List<Notice> pending(Instant madeAt, Instant end, @Nullable Integer given) {
        return days.stream()
                .filter(day -> given == null || day < given)
                .map(day -> new Notice(day, end.minus(Duration.ofDays(day))))
                .filter(notice -> notice.dueAt().isAfter(madeAt))
                .toList();
    }

    /** How long before its end a credential begins to count as expiring: the most of the days. */
    public Duration longest() {
        return Duration.ofDays(days.isEmpty() ? 0 : days.getFirst());
    }
}
