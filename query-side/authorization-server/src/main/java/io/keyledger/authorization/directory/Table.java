package io.keyledger.authorization.directory;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.MembershipEvent;
import io.keyledger.kernel.access.RoleEvent;
import io.keyledger.kernel.access.UserEvent;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.organization.OrganizationEvent;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One kind of entry: how it grows out of the events of its aggregate. Memory and view are filled by the same description.
 *
 * @param collection where the view keeps it; another shape is another name and a replay
 * @param after      the entry after one more event; null when there is none any more
 */
record Table<E, V extends DomainEvent>(
        String collection, Class<E> entry, Class<V> events, Function<V, String> id, Growth<E, V> after) {

    static final Table<Client, AppEvent> CLIENTS =
            new Table<>("token_clients_v3", Client.class, AppEvent.class, AppEvent::appId, Client::after);
    static final Table<Tenant, OrganizationEvent> TENANTS = new Table<>(
            "token_organizations_v1",
            Tenant.class,
            OrganizationEvent.class,
            OrganizationEvent::organizationId,
            Growth.timeless(Tenant::after));
    static final Table<ActingRole, RoleEvent> ROLES = new Table<>(
            "token_roles_v1", ActingRole.class, RoleEvent.class, RoleEvent::roleId, Growth.timeless(ActingRole::after));
    static final Table<Member, MembershipEvent> MEMBERS = new Table<>(
            "token_memberships_v1",
            Member.class,
            MembershipEvent.class,
            MembershipEvent::membershipId,
            Growth.timeless(Member::after));
    static final Table<Person, UserEvent> PEOPLE = new Table<>(
            "token_users_v1", Person.class, UserEvent.class, UserEvent::userId, Growth.timeless(Person::after));
    /** The event has the whole policy. */
    static final Table<CredentialPolicyChanged, CredentialPolicyChanged> POLICIES = new Table<>(
            "token_policies_v1",
            CredentialPolicyChanged.class,
            CredentialPolicyChanged.class,
            CredentialPolicyChanged::organizationId,
            Growth.timeless((before, event) -> event));

    static final List<Table<?, ?>> ALL = List.of(TENANTS, ROLES, MEMBERS, PEOPLE, CLIENTS, POLICIES);

    /** The entry an event of this table is about. */
    String idOf(DomainEvent event) {
        return id.apply(events.cast(event));
    }

    /** The entry after an event of this table; null when there is none any more. */
    @Nullable
    E next(@Nullable E before, DomainEvent event, Instant at) {
        return after.after(before, events.cast(event), at);
    }
}
