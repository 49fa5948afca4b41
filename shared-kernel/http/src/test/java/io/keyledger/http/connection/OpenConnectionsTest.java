package io.keyledger.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {
    private final Set<Integer> closed = new HashSet<>();
    private final OpenConnections<Integer> open = new OpenConnections<>(one -> !closed.contains(one));

    @Test
    void refusesOneTooManyOfAnAddressAndNoneOfAnother() {
        assertThat(open.add("a", 1, 2)).isTrue();
        assertThat(open.add("a", 2, 2)).isTrue();
        assertThat(open.add("a", 3, 2)).isFalse();
        assertThat(open.add("b", 4, 2)).isTrue();
    }

    @Test
    void takesAnotherWhenOneHasEnded() {
        open.add("a", 1, 1);
        assertThat(open.add("a", 2, 1)).isFalse();

        closed.add(1);

        assertThat(open.add("a", 3, 1)).isTrue();
    }

    @Test
    void forgetsAddressesThatHaveLeft() {
        open.add("a", 1, 1);
        open.add("b", 2, 1);
        closed.add(1);

        open.forgetClosed();

        assertThat(open.addresses()).isOne();
    }
}
