package io.keyledger.http.resources;

import io.keyledger.http.description.Attribute;
import io.keyledger.http.description.AttributeBuilder;
import io.keyledger.http.description.Relationship;
import io.keyledger.http.description.ResourceType;
import io.keyledger.http.description.ResourceType.Trait;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The resources of the API. Source: CONTRACT part B, sections 4 and 5, as part A changes them, and part A, section 2. */
public final class Resources {
    /** The pseudo attribute beside {@code attributes}: for filters and sort; not in {@link ResourceType#attributes}. */
    public static final Attribute ID =
            AttributeBuilder.string("id").filterable().sortable().build();

    /** Likewise, of resources that are searchable: every word in it, as the parser of text filters cuts them. */
    public static final Attribute WORDS = AttributeBuilder.strings("words").build();

    public static final ResourceType ORGANIZATIONS = OrganizationsResource.TYPE;
    public static final ResourceType API_CREDENTIALS = ApiCredentialsResource.TYPE;
    /** The other face of the same apps. */
    public static final ResourceType APP_REGISTRATIONS = AppRegistrationsResource.TYPE;

    public static final ResourceType ROLES = RolesResource.TYPE;
    public static final ResourceType PERMISSIONS = PermissionsResource.TYPE;
    public static final ResourceType MEMBERSHIPS = MembershipsResource.TYPE;

    public static final ResourceType CUSTOMERS = CustomersResource.CUSTOMERS;
    public static final ResourceType CUSTOMER_GROUPS = CustomersResource.GROUPS;

    /** Parts of apps: listed, added and removed under the address of their app. */
    public static final ResourceType CLIENT_SECRETS = ClientSecretsResource.TYPE;

    /** What apps may ask for as scopes: the same for every organization, read by every caller. */
    public static final ResourceType API_PERMISSIONS = ApiPermissionsResource.TYPE;

    /** Parts of apps likewise. */
    public static final ResourceType CERTIFICATES = CertificatesResource.TYPE;

    /** How long tokens live, by app, and every change of it. */
    public static final ResourceType TOKEN_LIFETIMES = TokenLifetimesResource.TYPE;

    public static final ResourceType TOKEN_LIFETIME_CHANGES = TokenLifetimesResource.CHANGES;

    /** When client secrets and certificates end, when they were used, and which notices were given. */
    public static final ResourceType SECRET_EXPIRIES = SecretExpiriesResource.TYPE;

    /** The policy of each organization; the caller's own is at {@code /api/credential_policy}, too. */
    public static final ResourceType CREDENTIAL_POLICIES = CredentialPoliciesResource.TYPE;

    /** What violates them: computed from apps and credentials at each request. */
    public static final ResourceType POLICY_VIOLATIONS = PolicyViolationsResource.TYPE;

    /** The user of the token: a singleton at {@code /api/user}. */
    public static final ResourceType USERS = UsersResource.TYPE;

    /** The history of the other resources. */
    public static final ResourceType VERSIONS = VersionsResource.TYPE;

    /** Every change and every security event, chained by hashes: no request writes it. */
    public static final ResourceType AUDIT_EVENTS = AuditEventsResource.TYPE;

    /** The signed checkpoints of it. */
    public static final ResourceType AUDIT_CHECKPOINTS = AuditCheckpointsResource.TYPE;

    /** What the body of {@code PATCH /api/organizations/{id}/transfer_ownership} has: an action, no resource of its own. */
    public static final ResourceType OWNERSHIP_TRANSFER = OrganizationsResource.OWNERSHIP_TRANSFER;

    /** What the body of {@code POST …/client_secrets/{id}/rotate} may have. */
    public static final ResourceType CLIENT_SECRET_ROTATION = ClientSecretsResource.ROTATION;

    /** What the body of {@code POST /api/leaked_secrets} has. */
    public static final ResourceType LEAK_REPORT = ClientSecretsResource.LEAK_REPORT;

    /** What the body of {@code POST /api/dashboard_apps/{kind}/install} has. */
    public static final ResourceType DASHBOARD_INSTALLATION = AppRegistrationsResource.DASHBOARD_INSTALLATION;

    private static final List<ResourceType> ALL = List.of(
            ORGANIZATIONS,
            API_CREDENTIALS,
            APP_REGISTRATIONS,
            CLIENT_SECRETS,
            CERTIFICATES,
            ROLES,
            PERMISSIONS,
            MEMBERSHIPS,
            CUSTOMERS,
            CUSTOMER_GROUPS,
            API_PERMISSIONS,
            TOKEN_LIFETIMES,
            TOKEN_LIFETIME_CHANGES,
            SECRET_EXPIRIES,
            CREDENTIAL_POLICIES,
            POLICY_VIOLATIONS,
            USERS,
            AUDIT_EVENTS,
            AUDIT_CHECKPOINTS,
            VERSIONS);

    /** Tables of bodies that are no resource's, by the names the contract gives them. */
    private static final Map<String, ResourceType> ACTIONS = Map.of(
            "ownership_transfer", OWNERSHIP_TRANSFER,
            "client_secret_rotation", CLIENT_SECRET_ROTATION,
            "leak_report", LEAK_REPORT,
            "dashboard_installation", DASHBOARD_INSTALLATION);

    private Resources() {}

    /** All resources, organizations first. */
    public static List<ResourceType> all() {
        return ALL;
    }

    /** The resource of that plural name, or null. */
    public static @Nullable ResourceType byName(String name) {
        return ALL.stream().filter(type -> type.name().equals(name)).findFirst().orElse(null);
    }

    /** The resource of which the caller's own one has this address below {@code /api}, or null. */
    public static @Nullable ResourceType byCallersOne(String address) {
        return ALL.stream()
                .filter(type -> address.equals(type.callersOne()))
                .findFirst()
                .orElse(null);
    }

    /** The resources with that trait. */
    public static List<ResourceType> all(Trait trait) {
        return ALL.stream().filter(type -> type.is(trait)).toList();
    }

    /** The resources that show what is kept under that name: one, or the two faces of an app. */
    public static List<ResourceType> faces(String keptAs) {
        return ALL.stream().filter(type -> type.keptAs().equals(keptAs)).toList();
    }

    /** The table of an action's body, or null. */
    public static @Nullable ResourceType action(String name) {
        return ACTIONS.get(name);
    }

    /** Whether the changes of its targets are recorded in the owner's history: secrets, certificates, permissions. */
    public static boolean isToParts(Relationship relationship) {
        return relationship.many() && target(relationship).is(Trait.TOLD_BY_ITS_OWNER);
    }

    /** The resource a relationship leads to. */
    public static ResourceType target(Relationship relationship) {
        var target = byName(relationship.target());
        if (target == null) {
            throw new IllegalStateException(relationship.name() + " leads to no resource");
        }
        return target;
    }
}
