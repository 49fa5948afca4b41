package io.keyledger.view.use;

import java.util.Map;

/** A view that shows and filters by the time of last use. A feature makes a bean of it. */
public interface UseFollower {
    /** Takes in uses that are stored in {@link LastUses}; one earlier than it has changes nothing. */
    void used(Map<String, LastUse> uses);
}
