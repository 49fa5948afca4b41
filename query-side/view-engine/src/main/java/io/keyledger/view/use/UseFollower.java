package io.keyledger.view.use;

import java.util.Map;

/** A view that shows when something was last used, and is searched by it. A feature makes a bean of it. */
public interface UseFollower {
    /** Takes in what {@link LastUses} knows already; an earlier use than is known changes nothing. */
    void used(Map<String, LastUse> uses);
}
