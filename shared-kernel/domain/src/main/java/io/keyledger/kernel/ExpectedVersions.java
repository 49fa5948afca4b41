package io.keyledger.kernel;

import java.util.Set;

/**
 * The versions that a caller accepts a resource to have, as he names them in {@code If-Match}; none of them when it
 * names only tags that no version has. Source: RFC 9110, section 13.1.1.
 */
public record ExpectedVersions(Set<Long> versions) {
    public ExpectedVersions {
        versions = Set.copyOf(versions);
    }

    /** That version alone. */
    public static ExpectedVersions of(long version) {
        return new ExpectedVersions(Set.of(version));
    }

    /** Whether one of them is between those two, which count as well. */
    public boolean anyBetween(long least, long greatest) {
        return versions.stream().anyMatch(version -> version >= least && version <= greatest);
    }
}
