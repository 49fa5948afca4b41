package io.keyledger.kernel;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions that a caller accepts a resource to have. Source: RFC 9110, sections 13.1.1 and 13.1.2.
 *
 * @param versions of which it must have one, as {@code If-Match} names them: none when that names only tags that no
 *                 version has; null for any
 * @param excluded of which it must have none, as {@code If-None-Match} names them
 */
public record ExpectedVersions(@Nullable Set<Long> versions, Set<Long> excluded) {
    public ExpectedVersions {
        versions = versions == null ? null : Set.copyOf(versions);
        excluded = Set.copyOf(excluded);
    }

    /** That version alone. */
    public static ExpectedVersions of(long version) {
        return new ExpectedVersions(Set.of(version), Set.of());
    }

    /** Whether one that it must have is between those two, which count as well. */
    public boolean allow(long least, long greatest) {
        return versions == null || anyBetween(versions, least, greatest);
    }

    /** Whether one that it must not have is between those two, which count as well. */
    public boolean exclude(long least, long greatest) {
        return anyBetween(excluded, least, greatest);
    }

    private static boolean anyBetween(Set<Long> some, long least, long greatest) {
        return some.stream().anyMatch(version -> version >= least && version <= greatest);
    }
}
