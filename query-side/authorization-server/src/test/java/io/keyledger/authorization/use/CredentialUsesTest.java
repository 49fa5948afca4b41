package io.keyledger.authorization.use;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.ScopeEntry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whose uses are noted when there are many. */
class CredentialUsesTest {
    private Instant now = Instant.parse("2026-01-01T00:00:30Z");
    private final InstantSource time = () -> now;
    private final CredentialUses uses = new CredentialUses(time.withZone(ZoneOffset.UTC));

    @Test
    void notesTheUsesOfEachOrganizationHoweverManyAnotherHas() {
        for (int i = 0; i < 200_000; i++) {
            uses.issued(app("evil", "evil" + i), null);
        }
        assertThat(uses.unwritten()).hasSize(100_000);

        for (int i = 0; i < 10_001; i++) {
            uses.issued(app("good", "good" + i), null);
        }

        assertThat(uses.unwritten()).hasSize(110_000).containsKeys("good0", "good9999");
    }

    @Test
    void letsAnOrganizationUseTheRoomThatOthersDoNot() {
        for (int i = 0; i < 50_000; i++) {
            uses.issued(app("large", "app" + i), null);
        }

        assertThat(uses.unwritten()).hasSize(50_000);
    }

    @Test
    void notesAgainAfterAWriteWhatThereWasNoRoomFor() {
        for (int i = 0; i < 100_000; i++) {
            uses.issued(app("large", "app" + i), null);
        }
        var late = app("large", "late");
        uses.issued(late, null);
        assertThat(uses.unwritten()).doesNotContainKey("late");

        now = now.plusSeconds(120);
        uses.written(uses.unwritten());
        uses.issued(late, null);

        assertThat(uses.unwritten()).containsOnlyKeys("late");
    }

    private static AppEntry app(String organization, String id) {
        return new AppEntry(
                id,
                organization,
                "sales_channel",
                "live",
                "client-" + id,
                id,
                7200,
                null,
                null,
                false,
                0,
                Instant.EPOCH,
                ScopeEntry.UNLIMITED,
                List.of(),
                List.of());
    }
}
