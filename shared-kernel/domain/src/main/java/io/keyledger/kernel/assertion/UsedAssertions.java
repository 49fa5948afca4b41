package io.keyledger.kernel.assertion;

import java.time.Instant;

/**
 * Which client assertions were used already: one memory for all nodes, which outlives them. It is no view: no replay could
 * bring it back, because a token leaves no event. Source: RFC 7523 section 3, item 7; BARS 11.
 */
public interface UsedAssertions {
    /**
     * Notes the use of an assertion; when this returns true, it is on the disk and nobody is told true again.
     *
     * @param id      of the assertion, unique among all clients, at most 255 characters
     * @param endsAt  when the assertion is dead anyway; some time later it is forgotten
     * @return        false when it was used before
     */
    boolean use(String id, Instant endsAt);
}
