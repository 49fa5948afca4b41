package io.keyledger.command.app;

import static io.keyledger.command.app.AppFixtures.APP;
import static io.keyledger.command.app.AppFixtures.NOW;
import static io.keyledger.command.app.AppFixtures.PERSONAL;
import static io.keyledger.command.app.AppFixtures.firstSecret;
import static io.keyledger.command.app.AppFixtures.fixture;
import static io.keyledger.command.app.AppFixtures.integration;
import static io.keyledger.command.app.AppFixtures.registered;
import static io.keyledger.command.value.Refuses.refusesField;
import static io.keyledger.command.value.Refuses.refusesWith;

import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateId;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.problem.ErrorCode;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which certificates an app takes, and how one is taken away. */
class CertificatesOfAppTest {
    private static final CertificateId ID = new CertificateId("cert000001");
    private static final Instant LATER = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void takesACertificate() {
        fixture()
                .given(integration(), firstSecret())
                .when(new AddCertificate(APP, ID, "Build server", certificate("t1", LATER)))
                .expectEvents(added("cert000001", "Build server", "t1", LATER));
    }

    @Test
    void takesACertificateUntilItsLastInstant() {
        fixture().given(integration()).when(add("t1", NOW)).expectEvents(added("cert000001", null, "t1", NOW));
    }

    @Test
    void refusesAnExpiredCertificate() {
        fixture()
                .given(integration())
                .when(add("t1", NOW.minusSeconds(1)))
                .expectException(refusesWith(ErrorCode.CERTIFICATE_EXPIRED));
    }

    @Test
    void refusesACertificateTheAppHas() {
        fixture()
                .given(integration(), added("cert000002", null, "t1", LATER))
                .when(add("t1", LATER))
                .expectException(refusesWith(ErrorCode.CERTIFICATE_DUPLICATE));
    }

    @Test
    void takesACertificateAgainThatWasRemoved() {
        fixture()
                .given(integration(), added("cert000002", null, "t1", LATER), removed("cert000002"))
                .when(add("t1", LATER))
                .expectEvents(added("cert000001", null, "t1", LATER));
    }

    @Test
    void recordsARetryOnce() {
        fixture()
                .given(integration(), added("cert000001", null, "t1", LATER))
                .when(add("t1", LATER))
                .expectNoEvents();
    }

    @Test
    void refusesATwentyFirstLiveCertificate() {
        fixture()
                .given(integration())
                .andGiven(IntStream.range(0, 20)
                        .mapToObj(i -> added("cert1%05d".formatted(i), null, "u" + i, LATER))
                        .toArray())
                .when(add("t1", LATER))
                .expectException(refusesField("certificates", "less_than_or_equal_to"));
    }

    @Test
    void refusesACertificateOfASystemApp() {
        fixture().given(PERSONAL).when(add("t1", LATER)).expectException(refusesWith(ErrorCode.SYSTEM_APP));
    }

    @Test
    void removesACertificateWhileASecretIsLive() {
        fixture()
                .given(integration(), firstSecret(), added("cert000001", null, "t1", LATER))
                .when(remove(false))
                .expectEvents(removed("cert000001"));
    }

    @Test
    void refusesToRemoveTheLastCredential() {
        fixture()
                .given(integration(), added("cert000001", null, "t1", LATER))
                .when(remove(false))
                .expectException(refusesWith(ErrorCode.LAST_CREDENTIAL));
    }

    @Test
    void removesTheLastCredentialWhenToldTo() {
        fixture()
                .given(integration(), added("cert000001", null, "t1", LATER))
                .when(remove(true))
                .expectEvents(removed("cert000001"));
    }

    @Test
    void removesTheOnlyCertificateOfAPublicApp() {
        fixture()
                .given(registered("sales_channel", 14400, null, null), added("cert000001", null, "t1", LATER))
                .when(remove(false))
                .expectEvents(removed("cert000001"));
    }

    @Test
    void removesACertificateOnce() {
        fixture()
                .given(integration(), added("cert000001", null, "t1", LATER), removed("cert000001"))
                .when(remove(false))
                .expectNoEvents();
    }

    @Test
    void refusesToRemoveAnUnknownCertificate() {
        fixture().given(integration()).when(remove(true)).expectException(refusesWith(ErrorCode.RECORD_NOT_FOUND));
    }

    @Test
    void refusesToRemoveACertificateOfAnotherVersion() {
        fixture()
                .given(integration(), firstSecret(), added("cert000001", null, "t1", LATER))
                .when(new RemoveCertificate(APP, ID, false, ExpectedVersions.of(1)))
                .expectException(refusesWith(ErrorCode.STALE_VERSION));
    }

    private static AddCertificate add(String thumbprint, Instant end) {
        return new AddCertificate(APP, ID, null, certificate(thumbprint, end));
    }

    private static RemoveCertificate remove(boolean allowLast) {
        return new RemoveCertificate(APP, ID, allowLast, null);
    }

    private static CertificateRemoved removed(String id) {
        return new CertificateRemoved("app0000001", id);
    }

    private static ClientCertificate certificate(String thumbprint, Instant end) {
        return new ClientCertificate("CN=a", "CN=b", "1f", "s1", thumbprint, "EC", 256, NOW, end, "der");
    }

    private static CertificateAdded added(String id, @Nullable String name, String thumbprint, Instant end) {
        return new CertificateAdded(
                "app0000001",
                "org0000001",
                id,
                name,
                "CN=a",
                "CN=b",
                "1f",
                "s1",
                thumbprint,
                "EC",
                256,
                NOW,
                end,
                "der");
    }
}
