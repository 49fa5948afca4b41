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
 * One type of entry: how it follows from the events of its aggregate. Memory and view use the same description.
 *
 * @param collection where the view stores it; a changed shape needs a new name, and a replay
 * @param after      the entry after one more event; null when it ceases to exist
 */
record DirectoryTable<E, V extends DomainEvent>(
        String collection, Class<E> entry, Class<V> events, Function<V, String> id, EntryFold<E, V> after) {

    static final DirectoryTable<AppEntry, AppEvent> APPS =
            new DirectoryTable<>("token_apps_v5", AppEntry.class, AppEvent.class, AppEvent::appId, AppEntry::after);
    static final DirectoryTable<OrganizationEntry, OrganizationEvent> ORGANIZATIONS = new DirectoryTable<>(
            "token_organizations_v1",
            OrganizationEntry.class,
            OrganizationEvent.class,
            OrganizationEvent::organizationId,
            EntryFold.timeless(OrganizationEntry::after));
    static final DirectoryTable<RoleEntry, RoleEvent> ROLES = new DirectoryTable<>(
            "token_roles_v1",
            RoleEntry.class,
            RoleEvent.class,
            RoleEvent::roleId,
            EntryFold.timeless(RoleEntry::after));
    static final DirectoryTable<MembershipEntry, MembershipEvent> MEMBERSHIPS = new DirectoryTable<>(
            "token_memberships_v2",
            MembershipEntry.class,
            MembershipEvent.class,
            MembershipEvent::membershipId,
            EntryFold.timeless(MembershipEntry::after));
    static final DirectoryTable<UserEntry, UserEvent> USERS = new DirectoryTable<>(
            "token_users_v2",
            UserEntry.class,
            UserEvent.class,
            UserEvent::userId,
            EntryFold.timeless(UserEntry::after));
    /** The event carries the whole policy. */
    static final DirectoryTable<CredentialPolicyChanged, CredentialPolicyChanged> POLICIES = new DirectoryTable<>(
            "token_policies_v1",
            CredentialPolicyChanged.class,
            CredentialPolicyChanged.class,
            CredentialPolicyChanged::organizationId,
            EntryFold.timeless((before, event) -> event));

    static final List<DirectoryTable<?, ?>> ALL = List.of(ORGANIZATIONS, ROLES, MEMBERSHIPS, USERS, APPS, POLICIES);

    /** The id of the entry that an event of this table changes. */
    String idOf(DomainEvent event) {
        return id.apply(events.cast(event));
    }

    /** The entry after an event of this table; null when it ceases to exist. */
    @Nullable
    E next(@Nullable E before, DomainEvent event, Instant at) {
        return after.after(before, events.cast(event), at);
    }
}
