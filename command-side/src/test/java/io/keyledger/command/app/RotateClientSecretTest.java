package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.FIRST;
import static io.keyledger.command.app.AppFixtures.NOW;
import static io.keyledger.command.app.AppFixtures.PERSONAL;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.more;
import static io.keyledger.command.app.AppFixtures.registered;
import static io.keyledger.command.app.AppFixtures.rotatedUntil;
import static io.keyledger.command.app.AppFixtures.secret;
import static io.keyledger.command.app.AppFixtures.secretAdded;
import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesWith;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.problem.ErrorCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a secret gets a successor, and who may give it one. */
class RotateClientSecretTest {
    @Test
    void rotatesASecretThatThenWorksForTheOverlap() {
        fixture()
                .given(integration(), firstSecret())
                .when(rotate("P7D", SecretDuration.P1Y))
                .expectEvents(
                        secretAdded("secret0002", "P1Y", "2025-02-28T12:00:00Z"), rotatedUntil("2024-03-07T12:00:00Z"));
    }

    @Test
    void givesTheNewSecretTheDurationOfTheOldOne() {
        fixture()
                .given(integration(), secretAdded("secret0001", "P2Y", "2026-02-28T12:00:00Z"))
                .when(rotate("PT0S", null))
                .expectEvents(secretAdded("secret0002", "P2Y", "2026-02-28T12:00:00Z"), rotatedUntil(NOW.toString()));
    }

    @Test
    void letsAnOldSecretNeverLiveLongerThanItWouldHave() {
        fixture()
                .given(integration(), secretAdded("secret0001", "P1Y", "2024-03-01T00:00:00Z"))
                .when(rotate("P90D", SecretDuration.P1Y))
                .expectEvents(
                        secretAdded("secret0002", "P1Y", "2025-02-28T12:00:00Z"), rotatedUntil("2024-03-01T00:00:00Z"));
    }

    @Test
    void recordsARetriedRotationOnce() {
        fixture()
                .given(integration(), firstSecret())
                .andGiven(
                        secretAdded("secret0002", "P1Y", "2025-02-28T12:00:00Z"), rotatedUntil("2024-03-07T12:00:00Z"))
                .when(rotate("P7D", SecretDuration.P1Y))
                .expectNoEvents();
    }

    @Test
    void refusesToRotateASecretThatHasASuccessor() {
        fixture()
                .given(integration(), firstSecret(), rotatedUntil("2024-03-07T12:00:00Z"))
                .when(rotate("P7D", null))
                .expectException(refusesWith(ErrorCode.SECRET_NOT_LIVE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29T12:00:00Z", "2024-02-29T11:59:59Z"})
    void refusesToRotateASecretWhoseTimeIsUp(String end) {
        fixture()
                .given(integration(), secretAdded("secret0001", "P1Y", end))
                .when(rotate("P7D", null))
                .expectException(refusesWith(ErrorCode.SECRET_NOT_LIVE));
    }

    @Test
    void refusesToRotateASecretThatWasRemoved() {
        fixture()
                .given(integration(), firstSecret(), new ClientSecretRemoved("app0000001", "secret0001"))
                .when(rotate("P7D", null))
                .expectException(refusesWith(ErrorCode.SECRET_NOT_LIVE));
    }

    @Test
    void refusesToRotateWhatTheAppHasNot() {
        fixture()
                .given(integration())
                .when(rotate("P7D", null))
                .expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void refusesARotationThatWouldLeaveElevenLive() {
        fixture()
                .given(integration(), firstSecret())
                .andGiven(more(9))
                .when(rotate("PT1S", null))
                .expectException(refusesField("client_secrets", "less_than_or_equal_to"));
    }

    @Test
    void rotatesOneOfTenWithoutAnOverlap() {
        fixture()
                .given(integration(), firstSecret())
                .andGiven(more(9))
                .when(rotate("PT0S", SecretDuration.P1Y))
                .expectEvents(secretAdded("secret0002", "P1Y", "2025-02-28T12:00:00Z"), rotatedUntil(NOW.toString()));
    }

    @Test
    void aUserRenewsTheSecretOfHisPersonalApp() {
        fixture()
                .given(PERSONAL, firstSecret())
                .when(rotate("PT0S", SecretDuration.P1Y), Map.of(MetaKey.ACTOR_ID, "user000001"))
                .expectEvents(secretAdded("secret0002", "P1Y", "2025-02-28T12:00:00Z"), rotatedUntil(NOW.toString()));
    }

    @Test
    void nobodyElseLearnsASecretOfAPersonalApp() {
        fixture()
                .given(PERSONAL, firstSecret())
                .when(
                        new AddClientSecret(APP, secret("secret0002"), null, SecretDuration.P1Y),
                        Map.of(MetaKey.ACTOR_ID, "user000002"))
                .expectException(refusesWith(ErrorCode.SYSTEM_APP));
    }

    @Test
    void nobodyLearnsASecretOfAnAppOfTheService() {
        fixture()
                .given(registered("resources", 7200, null, "role000001"), firstSecret())
                .when(rotate("PT0S", null), Map.of(MetaKey.ACTOR_ID, "user000001"))
                .expectException(refusesWith(ErrorCode.SYSTEM_APP));
    }

    private static RotateClientSecret rotate(String overlap, @Nullable SecretDuration duration) {
        return new RotateClientSecret(APP, FIRST, secret("secret0002"), Overlap.parse(overlap), duration);
    }
}
