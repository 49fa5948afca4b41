package io.keyledger.command.reaction;

import io.keyledger.command.eventstore.Postgres;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * Over three simulated years, whatever happens: each credential has each notice and its end exactly once, in their order,
 * and none that it should not have, such as one after its end. Restarts, lost schedules and other nodes repeat none.
 */
class ThreeYearsProperties {
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void tellsOnceOnOneNodeWithItsOwnStore(@ForAll long seed) throws Exception {
        new ThreeYears(new Random(seed), 1).live();
    }

    @Property(tries = 1, shrinking = ShrinkingMode.OFF)
    void tellsOnceOnTwoNodesWithOneStore(@ForAll long seed) throws Exception {
        new ThreeYears(new Random(seed), 2, Postgres.freshSettings()).live();
    }
}
