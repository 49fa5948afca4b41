package io.keyledger.kernel.published;

import static java.util.Map.entry;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.AccessScopeChanged;
import io.keyledger.kernel.access.InvitationResent;
import io.keyledger.kernel.access.MemberInvited;
import io.keyledger.kernel.access.MemberRemoved;
import io.keyledger.kernel.access.MemberRoleAssigned;
import io.keyledger.kernel.access.MembershipActivated;
import io.keyledger.kernel.access.OrganizationLeft;
import io.keyledger.kernel.access.OwnershipGivenUp;
import io.keyledger.kernel.access.OwnershipGranted;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import io.keyledger.kernel.access.RoleDefined;
import io.keyledger.kernel.access.RoleRenamed;
import io.keyledger.kernel.access.UserDeleted;
import io.keyledger.kernel.access.UserEmailChanged;
import io.keyledger.kernel.access.UserRegistered;
import io.keyledger.kernel.access.UserRenamed;
import io.keyledger.kernel.access.UserTimeZoneChanged;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDescribed;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
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
import io.keyledger.kernel.app.CustomerScopeChanged;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.PersonalAppMoved;
import io.keyledger.kernel.app.RedirectUrisChanged;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.audit.AccessRefused;
import io.keyledger.kernel.audit.AttemptsRefused;
import io.keyledger.kernel.audit.AuditCheckpointSigned;
import io.keyledger.kernel.audit.ClientAuthenticationFailed;
import io.keyledger.kernel.audit.PrivateKeyRefused;
import io.keyledger.kernel.audit.TokenRefused;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.customer.CustomerDeleted;
import io.keyledger.kernel.customer.CustomerGroupDefined;
import io.keyledger.kernel.customer.CustomerGroupDeleted;
import io.keyledger.kernel.customer.CustomerGroupRenamed;
import io.keyledger.kernel.customer.CustomerRegistered;
import io.keyledger.kernel.customer.CustomerRenamed;
import io.keyledger.kernel.customer.CustomersAssigned;
import io.keyledger.kernel.organization.OrganizationConfigured;
import io.keyledger.kernel.organization.OrganizationContactChanged;
import io.keyledger.kernel.organization.OrganizationRegistered;
import io.keyledger.kernel.organization.OrganizationRenamed;
import io.keyledger.kernel.organization.OwnershipTransferred;
import io.keyledger.kernel.reference.MetadataChanged;
import io.keyledger.kernel.reference.ReferenceChanged;
import java.util.Map;

/**
 * The published word of every event: in the table of events, together with its revision, in the audit log, and as
 * {@code io.keyledger.<word>.v1} to consumers. A word belongs to one event, and is never reused or changed. Source:
 * CONTRACT A3 and A7.
 */
public final class EventWords {
    private static final Map<Class<? extends DomainEvent>, String> WORDS = Map.ofEntries(
            entry(AppRegistered.class, "app.registered"),
            entry(DashboardAppInstalled.class, "dashboard_app.installed"),
            entry(DashboardAppForked.class, "dashboard_app.forked"),
            entry(AppRenamed.class, "app.renamed"),
            entry(AppDescribed.class, "app.described"),
            entry(TokenLifetimeChanged.class, "token_lifetime.changed"),
            entry(RedirectUrisChanged.class, "redirect_uris.changed"),
            entry(RoleAssigned.class, "role.changed"),
            entry(ApiPermissionsChanged.class, "api_permissions.changed"),
            entry(CustomerScopeChanged.class, "customer_scope.changed"),
            entry(PersonalAppMoved.class, "app.organization_changed"),
            entry(AppDisabled.class, "app.disabled"),
            entry(AppEnabled.class, "app.enabled"),
            entry(AppDeleted.class, "app.deleted"),
            entry(ClientSecretAdded.class, "client_secret.added"),
            entry(ClientSecretRotated.class, "client_secret.rotated"),
            entry(ClientSecretRemoved.class, "client_secret.removed"),
            entry(ClientSecretExpired.class, "client_secret.expired"),
            entry(CertificateExpired.class, "certificate.expired"),
            entry(ExpiryNoticeGiven.class, "expiry_notice.given"),
            entry(ClientSecretLeaked.class, "client_secret.leaked"),
            entry(RetiredSecretUsed.class, "client_secret.retired_used"),
            entry(CertificateAdded.class, "certificate.added"),
            entry(CertificateRemoved.class, "certificate.removed"),
            entry(TokenRevoked.class, "token.revoked"),
            entry(TokensRevoked.class, "app.tokens_revoked"),
            entry(OrganizationRegistered.class, "organization.registered"),
            entry(OrganizationRenamed.class, "organization.renamed"),
            entry(OrganizationContactChanged.class, "organization.contact_changed"),
            entry(OrganizationConfigured.class, "organization.configured"),
            entry(CredentialPolicyChanged.class, "credential_policy.changed"),
            entry(OwnershipTransferred.class, "organization.ownership_transferred"),
            entry(MemberInvited.class, "membership.invited"),
            entry(InvitationResent.class, "membership.invitation_resent"),
            entry(MembershipActivated.class, "membership.activated"),
            entry(MemberRoleAssigned.class, "membership.role_changed"),
            entry(AccessScopeChanged.class, "membership.access_scope_changed"),
            entry(OwnershipGranted.class, "membership.ownership_granted"),
            entry(OwnershipGivenUp.class, "membership.ownership_given_up"),
            entry(MemberRemoved.class, "membership.removed"),
            entry(RoleDefined.class, "role.defined"),
            entry(RoleRenamed.class, "role.renamed"),
            entry(PermissionGranted.class, "permission.granted"),
            entry(PermissionChanged.class, "permission.changed"),
            entry(UserRegistered.class, "user.registered"),
            entry(UserRenamed.class, "user.renamed"),
            entry(UserEmailChanged.class, "user.email_changed"),
            entry(UserTimeZoneChanged.class, "user.time_zone_changed"),
            entry(OrganizationLeft.class, "user.organization_left"),
            entry(UserDeleted.class, "user.deleted"),
            entry(CustomerRegistered.class, "customer.registered"),
            entry(CustomerRenamed.class, "customer.renamed"),
            entry(CustomerDeleted.class, "customer.deleted"),
            entry(CustomerGroupDefined.class, "customer_group.defined"),
            entry(CustomerGroupRenamed.class, "customer_group.renamed"),
            entry(CustomersAssigned.class, "customer_group.customers_assigned"),
            entry(CustomerGroupDeleted.class, "customer_group.deleted"),
            entry(ClientAuthenticationFailed.class, "client_authentication.failed"),
            entry(AccessRefused.class, "access.refused"),
            entry(TokenRefused.class, "token.refused"),
            entry(AttemptsRefused.class, "attempts.refused"),
            entry(PrivateKeyRefused.class, "private_key.refused"),
            entry(AuditCheckpointSigned.class, "audit_checkpoint.signed"),
            entry(ReferenceChanged.class, "reference.changed"),
            entry(MetadataChanged.class, "metadata.changed"));

    private EventWords() {}

    /**
     * The published word of an event, such as {@code client_secret.added}: the one it is stored under, but for notices,
     * whose word names what is about to end.
     *
     * @throws IllegalArgumentException for an event class without a word; a test finds those
     */
    public static String of(DomainEvent event) {
        var word = WORDS.get(event.getClass());
        if (word == null) {
            throw new IllegalArgumentException(event.getClass().getName() + " has no word");
        }
        return event instanceof ExpiryNoticeGiven notice ? notice.credentialKind() + ".expiring" : word;
    }

    /** The words that events are stored under, by the class of the event. */
    public static Map<Class<? extends DomainEvent>, String> all() {
        return WORDS;
    }
}
