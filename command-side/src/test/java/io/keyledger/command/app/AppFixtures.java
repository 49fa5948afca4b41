package io.keyledger.command.app;

import io.keyledger.command.secret.HashedSecret;
import io.keyledger.command.value.LabelChange;
import io.keyledger.command.value.Name;
import io.keyledger.command.value.RoleInOrganization;
import io.keyledger.kernel.access.RoleId;
import io.keyledger.kernel.app.AppId;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.SecretId;
import io.keyledger.kernel.credentialpolicy.CredentialPolicies;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.organization.OrganizationId;
import io.keyledger.kernel.permission.ApiPermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;

/** What the tests of apps have in common: one organization, one role of it, one app of each kind. */
final class AppFixtures {
    static final AppId APP = new AppId("app0000001");
    static final OrganizationId ORGANIZATION = new OrganizationId("org0000001");
    static final RoleInOrganization ROLE = new RoleInOrganization(new RoleId("role000001"), ORGANIZATION);
    static final RoleInOrganization OTHER_ROLE = new RoleInOrganization(new RoleId("role000002"), ORGANIZATION);
    static final RoleInOrganization FOREIGN_ROLE =
            new RoleInOrganization(new RoleId("role000003"), new OrganizationId("org0000002"));
    static final RedirectUri URI = new RedirectUri("https://shop.example/callback");
    static final SecretId FIRST = new SecretId("secret0001");
    static final AppRegistered PERSONAL = new AppRegistered(
            "app0000001", "org0000001", "user", "live", "client-1", "Personal", 7200, false, null, null, "user000001");
    static final Instant NOW = Instant.parse("2024-02-29T12:00:00Z");

    private AppFixtures() {}

    static AggregateTestFixture<App> fixture() {
        return fixtureAt(NOW);
    }

    /** With a clock that stands at that instant. */
    static AggregateTestFixture<App> fixtureAt(Instant now) {
        return fixtureAt(now, CredentialPolicy.DEFAULT);
    }

    /** In an organization with that policy. */
    static AggregateTestFixture<App> fixture(CredentialPolicy policy) {
        return fixtureAt(NOW, policy);
    }

    private static AggregateTestFixture<App> fixtureAt(Instant now, CredentialPolicy policy) {
        var fixture = new AggregateTestFixture<>(App.class);
        fixture.registerInjectableResource(Kinds.shipped());
        fixture.registerInjectableResource(ApiPermissions.shipped());
        fixture.registerInjectableResource(Clock.fixed(now, ZoneOffset.UTC));
        fixture.registerInjectableResource((CredentialPolicies) organization -> policy);
        fixture.registerInjectableResource(new NewAppDecision(
                Kinds.shipped(), ApiPermissions.shipped(), organization -> policy, Clock.fixed(now, ZoneOffset.UTC)));
        return fixture;
    }

    static NewApp newApp(String kind) {
        return newApp(kind, null, LabelChange.NONE);
    }

    static NewApp newApp(String kind, @Nullable TokenLifetime lifetime, LabelChange labels) {
        return NewApp.of(ORGANIZATION, kind, Mode.TEST, "client-1", new Name("Shop"))
                .lifetime(lifetime)
                .secret(FirstSecret.longest(secret("secret0001")))
                .labels(labels)
                .askedIn(Representation.COMPACT)
                .build();
    }

    static HashedSecret secret(String id) {
        return new HashedSecret(new SecretId(id), "abcd", "verifier-of-" + id, "p1");
    }

    static AppRegistered registered(String kind, int expiresIn, @Nullable String uri, @Nullable String roleId) {
        return new AppRegistered(
                "app0000001", "org0000001", kind, "test", "client-1", "Shop", expiresIn, false, uri, roleId, null);
    }

    static AppRegistered forked(String kind) {
        return new AppRegistered(
                "app0000001", "org0000001", kind, "test", "client-1", "Shop", 7200, true, URI.value(), null, null);
    }

    static AppRegistered integration() {
        return registered("integration", 7200, null, "role000001");
    }

    /** What a new app's first secret becomes: three calendar years, from 29 February to 28 February. */
    static ClientSecretAdded firstSecret() {
        return secretAdded("secret0001", "P3Y", "2027-02-28T12:00:00Z");
    }

    static ClientSecretAdded secretAdded(String id, String duration, String expiresAt) {
        return new ClientSecretAdded(
                "app0000001",
                "org0000001",
                id,
                null,
                "abcd",
                "verifier-of-" + id,
                "p1",
                duration,
                Instant.parse(expiresAt));
    }

    static ClientSecretRotated rotatedUntil(String deadline) {
        return new ClientSecretRotated("app0000001", "secret0001", "secret0002", Instant.parse(deadline));
    }

    /** So many secrets that are live now. */
    static Object[] more(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> secretAdded("secret1%03d".formatted(i), "P1Y", "2024-12-01T00:00:00Z"))
                .toArray();
    }
}
