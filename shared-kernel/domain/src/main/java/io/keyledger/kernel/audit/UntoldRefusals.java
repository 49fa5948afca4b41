package io.keyledger.kernel.audit;

import java.time.Instant;
import java.util.List;

/**
 * What each node has counted of refused attempts and not recorded as events yet, so that no crash loses it. It is no
 * view: no replay could rebuild it.
 */
public interface UntoldRefusals {
    /**
     * Replaces what the node has; on the disk when this returns.
     *
     * @param node an id that the node chose at its start
     * @param at   now; a node that has something calls this every few seconds
     * @param kept one text for each kind of attempt
     */
    void keep(String node, Instant at, List<String> kept);

    /** Removes and returns what nodes have that have kept nothing since then: they have ended. */
    List<String> takeOver(Instant since);
}
