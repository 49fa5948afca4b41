package io.keyledger.view.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.view.store.Generation.State;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class GenerationsTest {
    private static final List<String> APPS = List.of("apps_v1");
    private static final int SHAPE = 5;
    private static final Generations FIRST = Generations.NONE.fresh(SHAPE, APPS);

    @Test
    void beginWithOneThatIsRead() {
        assertThat(FIRST.read(SHAPE)).isEqualTo(new Generation(1, SHAPE, State.READ, APPS));
        assertThat(FIRST.coming()).isNull();
    }

    @Test
    void fillAnotherOneBesideIt() {
        var begun = FIRST.begun(SHAPE, APPS);
        assertThat(begun.read(SHAPE)).isEqualTo(FIRST.read(SHAPE));
        assertThat(begun.coming(SHAPE)).isEqualTo(new Generation(2, SHAPE, State.FILLED, APPS));
        assertThat(begun.coming(SHAPE + 1)).isNull();
    }

    @Test
    void haveOneRebuildAtATime() {
        var begun = FIRST.begun(SHAPE, APPS);
        assertThat(begun.begun(SHAPE, APPS)).isSameAs(begun);
        var joined = begun.joined(2);
        assertThat(joined.begun(SHAPE, APPS)).isSameAs(joined);
    }

    @Test
    void switchOnlyToOneThatIsJoined() {
        var begun = FIRST.begun(SHAPE, APPS);
        assertThat(begun.switched(2)).isSameAs(begun);
        var switched = begun.joined(2).switched(2);
        assertThat(switched.read(SHAPE)).isEqualTo(new Generation(2, SHAPE, State.READ, APPS));
        assertThat(switched.is(1, State.REPLACED)).isTrue();
        assertThat(switched.coming()).isNull();
    }

    @Test
    void neverGiveANumberTwice() {
        var dropped = FIRST.begun(SHAPE, APPS).joined(2).switched(2).without(2);
        assertThat(dropped.fresh(SHAPE, APPS).read(SHAPE))
                .extracting(Generation::number)
                .isEqualTo(3);
    }

    @Test
    void leaveNodesOfAnotherReleaseWhatTheyRead() {
        var upgraded = FIRST.begun(SHAPE, APPS).fresh(SHAPE + 1, APPS);
        assertThat(upgraded.read(SHAPE)).isEqualTo(new Generation(1, SHAPE, State.REPLACED, APPS));
        assertThat(upgraded.read(SHAPE + 1)).isEqualTo(new Generation(3, SHAPE + 1, State.READ, APPS));
        assertThat(upgraded.is(2, State.ABANDONED))
                .as("a rebuild of the former shape")
                .isTrue();
        assertThat(upgraded.begun(SHAPE, APPS)).isSameAs(upgraded);
    }

    @Test
    void areAbandonedOnlyWhenNobodyReadsThem() {
        var switched = FIRST.begun(SHAPE, APPS).joined(2).switched(2);
        assertThat(switched.abandoned(2)).isEqualTo(switched);
        assertThat(switched.abandoned(1).is(1, State.ABANDONED)).isTrue();
    }

    @Test
    void areStoredAndReadAgain() {
        var all = FIRST.begun(SHAPE, APPS).joined(2).revised();
        assertThat(GenerationsRow.read(GenerationsRow.write("apps", all))).isEqualTo(all);
    }

    @Test
    void knowTheOneThatWasThereBeforeThereWereRebuilds() {
        var row = new Document("_id", "apps").append("version", SHAPE).append("collections", APPS);
        assertThat(GenerationsRow.read(row)).isEqualTo(FIRST);
        assertThat(GenerationsRow.read(null)).isEqualTo(Generations.NONE);
    }
}
