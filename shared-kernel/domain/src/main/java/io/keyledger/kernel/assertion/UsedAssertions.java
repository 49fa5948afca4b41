package io.keyledger.kernel.assertion;

import java.time.Instant;

/**
 * The client assertions that were used already: one durable record for all nodes. It is no view: no replay could
 * rebuild it, because no event records the issue of a token. Source: RFC 7523 section 3, item 7; BARS 11.
 */
public interface UsedAssertions {
    /**
     * Records the use of an assertion; when this returns true, it is on the disk and no later call returns true.
     *
     * @param id      of the assertion, unique among all clients, at most 255 characters
     * @param endsAt  when the assertion expires; the record is deleted some time later
     * @return        false when it was used before
     */
    boolean use(String id, Instant endsAt);
}
