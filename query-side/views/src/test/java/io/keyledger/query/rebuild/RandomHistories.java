package io.keyledger.query.rebuild;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleRenamed;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDescribed;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppRenamed;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.audit.AttemptsRefused;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.customer.CustomerDeleted;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupDeleted;
import io.keyledger.kernel.customer.CustomerGroupRenamed;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.customer.CustomerRenamed;
import io.keyledger.kernel.customer.CustomersAssigned;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import io.keyledger.view.row.Recorded;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Random histories that could happen: aggregates begin, change, some end; no event after the end. */
public final class RandomHistories {
    private static final Instant END = Instant.parse("2029-01-01T00:00:00Z");

    private final RandomGenerator random;
    private final History history = new History();
    private final Set<String> begun = new HashSet<>();
    private final Set<String> ended = new HashSet<>();

    public RandomHistories(RandomGenerator random) {
        this.random = random;
    }

    /** So many events, or some fewer. */
    public List<Recorded> events(int count) {
        for (int i = 0; i < count; i++) {
            var number = random.nextInt(3);
            switch (random.nextInt(8)) {
                case 0 -> step("app" + number, app("app" + number), begin("app" + number));
                case 1 -> step("role" + number, role("role" + number), begin("role" + number));
                case 2 -> step("user" + number, user("user" + number), begin("user" + number));
                case 3 -> step("customer" + number, customer("customer" + number), begin("customer" + number));
                case 4 -> step("group" + number, group("group" + number), begin("group" + number));
                case 5 -> policy();
                case 6 -> attempts();
                default -> step("member" + number, member("member" + number), begin("member" + number));
            }
        }
        return history.events();
    }

    private void step(String id, DomainEvent next, DomainEvent first) {
        if (ended.contains(id)) {
            return;
        }
        var begins = begun.add(id);
        history.add(id, begins ? first : next, "command-" + history.events().size() / 2);
        if (!begins && isEnd(next)) {
            ended.add(id);
        }
    }

    private static boolean isEnd(DomainEvent event) {
        return event instanceof AppDeleted
                || event instanceof MemberRemoved
                || event instanceof CustomerDeleted
                || event instanceof CustomerGroupDeleted;
    }

    private static DomainEvent begin(String id) {
        return switch (id.charAt(0)) {
            case 'a' ->
                isPersonal(id)
                        ? new AppRegistered(
                                id, "org", "user", "live", "client-" + id, "Own", 7200, false, null, null, "user0")
                        : new AppRegistered(
                                id, "org", "integration", "test", "client-" + id, "App", 7200, false, null, null, null);
            case 'r' -> new RoleDefined(id, "org", "Role", "custom");
            case 'u' -> new UserRegistered(id, id + "@example.com", null, null);
            case 'c' -> new CustomerRegistered(id, "org", "Customer");
            case 'g' -> new CustomerGroupDefined(id, "org", "Group");
            default -> new MemberInvited(id, "org", id + "@example.com", "role0", "live_access", false, null);
        };
    }

    private DomainEvent app(String id) {
        return switch (random.nextInt(12)) {
            case 0 -> new AppRenamed(id, name());
            case 1 -> new TokenLifetimeChanged(id, 7200, 7200 + random.nextInt(5));
            case 2 -> new RoleAssigned(id, random.nextBoolean() ? "role1" : null);
            case 3 -> secret(id);
            case 4 -> new TokenRevoked(id, name(), END);
            case 5 -> new ReferenceChanged("api_credentials", id, name(), null);
            case 6 -> new MetadataChanged("api_credentials", id, Map.of("a.b", random.nextInt(3), "$x", List.of(1)));
            case 7 -> new AppDeleted(id, "org");
            case 8 -> certificate(id);
            case 9 -> new TokensRevoked(id);
            case 10 -> new AppDescribed(id, random.nextBoolean() ? name() : null);
            default -> isPersonal(id) ? moved(id) : new AppRenamed(id, "same");
        };
    }

    private static boolean isPersonal(String app) {
        return app.endsWith("0");
    }

    private DomainEvent moved(String app) {
        return new PersonalAppMoved(app, "client-" + app, "user0", "org", random.nextBoolean() ? "org" : "user0");
    }

    private DomainEvent secret(String id) {
        var secret = id + "s" + random.nextInt(3);
        if (begun.add(secret)) {
            return new ClientSecretAdded(id, "org", secret, null, name(), "verifier", "pepper", "P3Y", END);
        }
        return switch (random.nextInt(5)) {
            case 0 -> new ClientSecretRotated(id, secret, "next", END.minusSeconds(random.nextInt(9)));
            case 1 -> new ClientSecretRemoved(id, secret);
            case 2 -> new ClientSecretExpired(id, secret, END);
            case 3 -> new ExpiryNoticeGiven(id, secret, "client_secret", 1 + random.nextInt(90), END);
            default -> new ClientSecretLeaked(id, secret, null);
        };
    }

    private DomainEvent certificate(String id) {
        var certificate = id + "c" + random.nextInt(3);
        if (begun.add(certificate)) {
            return new CertificateAdded(
                    id, "org", certificate, name(), "CN=a", "CN=b", "1", "s1", "s256", "EC", 256, END, END, "der");
        }
        return random.nextBoolean()
                ? new CertificateRemoved(id, certificate)
                : new CertificateExpired(id, certificate, END);
    }

    private void policy() {
        var isFirst = begun.add("org");
        var command = "command-" + history.events().size();
        history.add(isFirst ? "org" : "policy", isFirst ? organization() : policyChanged(), command);
    }

    /** In an organization that there is, all on one day. */
    private void attempts() {
        if (begun.contains("org")) {
            var count = 1 + random.nextInt(9);
            history.add(
                    "log", new AttemptsRefused("log", "org", count, END, END.plusSeconds(count), List.of("192.0.2.1")));
        }
    }

    private static DomainEvent organization() {
        return new OrganizationRegistered("org", "Organization", "org", "eu", "user0", "owner@example.com");
    }

    private DomainEvent policyChanged() {
        var notices = List.of(List.of(90, 30), List.of(1), List.<Integer>of());
        return new CredentialPolicyChanged(
                "org",
                random.nextBoolean(),
                random.nextBoolean() ? "P1Y" : null,
                null,
                random.nextBoolean() ? 7200 : null,
                random.nextBoolean() ? 1 : null,
                notices.get(random.nextInt(notices.size())),
                "P90D",
                random.nextBoolean());
    }

    private DomainEvent role(String id) {
        var permission = id + "p" + random.nextInt(2);
        return switch (random.nextInt(4)) {
            case 0 -> new RoleRenamed(id, name());
            case 1 ->
                begun.add(permission)
                        ? new PermissionGranted(id, permission, "org", "orders", true, true, false, false)
                        : new PermissionChanged(id, permission, random.nextBoolean(), true, true, false);
            case 2 -> new ReferenceChanged("roles", id, null, name());
            default ->
                begun.contains(permission)
                        ? new MetadataChanged("permissions", permission, Map.of("k", name()))
                        : new RoleRenamed(id, name());
        };
    }

    private DomainEvent user(String id) {
        return switch (random.nextInt(3)) {
            case 0 -> new UserRenamed(id, name(), random.nextBoolean() ? name() : null);
            case 1 -> new OrganizationLeft(id, "org");
            default -> new UserEmailChanged(id, name() + "@example.com");
        };
    }

    private DomainEvent member(String id) {
        return switch (random.nextInt(6)) {
            case 0 -> activation(id, "user" + random.nextInt(3));
            case 1 -> new MemberRoleAssigned(id, "role" + random.nextInt(3));
            case 2 -> new AccessScopeChanged(id, random.nextBoolean() ? "all_access" : "live_access");
            case 3 -> new OwnershipGranted(id, "org");
            case 4 -> new InvitationResent(id, "verifier");
            default -> new MemberRemoved(id, "org");
        };
    }

    /** As a user that there is. */
    private DomainEvent activation(String id, String user) {
        return begun.contains(user) ? new MembershipActivated(id, "org", user) : new InvitationResent(id, "verifier");
    }

    private DomainEvent customer(String id) {
        return switch (random.nextInt(4)) {
            case 0 -> new CustomerRenamed(id, name());
            case 1 -> new ReferenceChanged("customers", id, name(), name());
            case 2 -> new MetadataChanged("customers", id, Map.of("k", name()));
            default -> new CustomerDeleted(id, "org");
        };
    }

    private DomainEvent group(String id) {
        return switch (random.nextInt(5)) {
            case 0 -> new CustomerGroupRenamed(id, name());
            case 1 -> new CustomersAssigned(id, List.of());
            case 2 -> new CustomersAssigned(id, List.of("customer2", "customer" + random.nextInt(2)));
            case 3 -> new MetadataChanged("customer_groups", id, Map.of("k", name()));
            default -> new CustomerGroupDeleted(id, "org");
        };
    }

    private String name() {
        return "n" + random.nextInt(4);
    }
}
