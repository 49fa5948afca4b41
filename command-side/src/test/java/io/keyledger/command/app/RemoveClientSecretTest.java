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
import static io.keyledger.command.app.AppFixtures.secretAdded;
import static io.keyledger.command.value.Refuses.refusesWith;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.problem.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a secret ends before its time. */
class RemoveClientSecretTest {
    @Test
    void removesASecretWhileAnotherIsLive() {
        fixture()
                .given(integration(), firstSecret())
                .andGiven(more(1))
                .when(remove(false, null))
                .expectEvents(new ClientSecretRemoved("app0000001", "secret0001"));
    }

    @Test
    void refusesToRemoveTheLastCredential() {
        fixture()
                .given(integration(), firstSecret())
                .when(remove(false, null))
                .expectException(refusesWith(ErrorCode.LAST_CREDENTIAL));
    }

    @Test
    void removesTheLastCredentialWhenToldTo() {
        fixture()
                .given(integration(), firstSecret())
                .when(remove(true, null))
                .expectEvents(new ClientSecretRemoved("app0000001", "secret0001"));
    }

    @Test
    void countsALiveCertificateAsACredential() {
        fixture()
                .given(integration(), firstSecret(), certificateUntil(NOW))
                .when(remove(false, null))
                .expectEvents(new ClientSecretRemoved("app0000001", "secret0001"));
    }

    @Test
    void countsNoCertificateWhoseTimeIsUp() {
        fixture()
                .given(integration(), firstSecret(), certificateUntil(NOW.minusSeconds(1)))
                .when(remove(false, null))
                .expectException(refusesWith(ErrorCode.LAST_CREDENTIAL));
    }

    @Test
    void removesTheOnlySecretOfAPublicApp() {
        fixture()
                .given(registered("sales_channel", 14400, null, null), firstSecret())
                .when(remove(false, null))
                .expectEvents(new ClientSecretRemoved("app0000001", "secret0001"));
    }

    @Test
    void removesASecretOnce() {
        fixture()
                .given(integration(), firstSecret(), new ClientSecretLeaked("app0000001", "secret0001", null))
                .when(remove(false, null))
                .expectNoEvents();
    }

    @Test
    void refusesToRemoveASecretThatHasChangedSinceItWasSeen() {
        fixture()
                .given(integration(), firstSecret(), rotatedUntil("2024-03-07T12:00:00Z"))
                .when(remove(true, ExpectedVersions.of(1)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    @Test
    void revokesALeakedSecret() {
        fixture()
                .given(PERSONAL, firstSecret())
                .when(new RevokeLeakedSecret(APP, "verifier-of-secret0001", "https://paste.example/1"))
                .expectEvents(new ClientSecretLeaked("app0000001", "secret0001", "https://paste.example/1"));
    }

    @Test
    void leavesALeakedSecretThatIsDeadAlready() {
        fixture()
                .given(integration(), secretAdded("secret0001", "P1Y", NOW.toString()))
                .when(new RevokeLeakedSecret(APP, "verifier-of-secret0001", null))
                .expectNoEvents();
    }

    @Test
    void knowsNoSecretByAnothersHash() {
        fixture()
                .given(integration(), firstSecret())
                .when(new RevokeLeakedSecret(APP, "verifier-of-another", null))
                .expectNoEvents();
    }

    private static RemoveClientSecret remove(boolean allowLast, @Nullable ExpectedVersions expectedVersion) {
        return new RemoveClientSecret(APP, FIRST, allowLast, expectedVersion);
    }

    private static CertificateAdded certificateUntil(Instant end) {
        return new CertificateAdded(
                "app0000001",
                "org0000001",
                "cert000001",
                null,
                "CN=a",
                "CN=a",
                "1",
                "t1",
                "t256",
                "EC",
                256,
                NOW,
                end,
                "der");
    }
}
