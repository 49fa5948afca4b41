package io.keyledger.authorization.directory;

import io.keyledger.kernel.MetaKey;
import io.keyledger.kernel.app.ApiPermissionsChanged;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppDisabled;
import io.keyledger.kernel.app.AppEnabled;
import io.keyledger.kernel.app.AppEvent;
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
import io.keyledger.kernel.app.RoleAssigned;
import io.keyledger.kernel.app.TokenAttributeEvent;
import io.keyledger.kernel.app.TokenLifetimeChanged;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.credentialpolicy.Measure;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An app, with what issuing and checking its tokens needs.
 *
 * @param organizationId whose it is; of a personal app without one its user's id
 * @param lifetime     seconds its tokens live
 * @param roleId       the role it acts in, for kinds that have one
 * @param userId       the user whose provisioning app it is; null for every kind but user
 * @param disabled     whether it gets no tokens for now
 * @param generation   raised when all tokens issued until then end; tokens of an earlier one are dead
 * @param tokensSince when that last was; the epoch when it never was
 * @param tokenScope   the permissions and customers of its tokens
 * @param secrets      its client secrets, expired and revoked ones too, as long as a token got with one may live
 * @param certificates the certificates whose keys it may sign with, expired ones too
 */
public record AppEntry(
        String appId,
        String organizationId,
        String kind,
        String mode,
        String clientId,
        String name,
        int lifetime,
        @Nullable String roleId,
        @Nullable String userId,
        boolean disabled,
        long generation,
        Instant tokensSince,
        ScopeEntry tokenScope,
        List<ClientSecretEntry> secrets,
        List<CertificateEntry> certificates) {

    /** Whether its mode is test. */
    public boolean test() {
        return mode.equals("test");
    }

    /** The app as the actor of an event: metadata by {@link MetaKey}. */
    public Map<String, Object> asActor() {
        return Map.of(
                MetaKey.ACTOR_KIND, "app",
                MetaKey.ACTOR_ID, appId,
                MetaKey.ACTOR_NAME, name,
                MetaKey.CLIENT_ID, clientId,
                MetaKey.ORGANIZATION_ID, organizationId);
    }

    /**
     * Whether a token of the app may live.
     *
     * @param issued       the generation it was issued in
     * @param credentialId the credential it was got with; null when a public client showed none
     */
    public boolean backs(long issued, @Nullable String credentialId, Instant now) {
        return !disabled && issued >= generation && (credentialId == null || hasBacking(credentialId, now));
    }

    private boolean hasBacking(String credentialId, Instant now) {
        for (var secret : secrets) { // loops: this is part of every request to the API
            if (secret.id().equals(credentialId)) {
                return secret.backsTokens(now);
            }
        }
        for (var certificate : certificates) {
            if (certificate.id().equals(credentialId)) {
                return certificate.backsTokens(now);
            }
        }
        return false;
    }

    /** What credential policies limit of the app itself. */
    public List<Measure> measures(Instant now) {
        var live = secrets.stream().filter(secret -> secret.isAlive(now)).count();
        return List.of(Measure.ofLifetime(lifetime), Measure.ofLiveSecrets(live));
    }

    static @Nullable AppEntry after(@Nullable AppEntry before, AppEvent event, Instant at) {
        return switch (event) {
            case AppRegistered e -> registered(e);
            case AppDeleted _ -> null;
            case AppEvent _ when before == null -> null;
            case TokenAttributeEvent e -> before.with(e, at);
            case ClientSecretAdded e ->
                before.edit()
                        .secrets(ClientSecretEntry.added(before.secrets, e, at))
                        .done();
            case ClientSecretRotated e ->
                before.edit()
                        .secrets(ClientSecretEntry.rotated(before.secrets, e))
                        .done();
            case ClientSecretRemoved e ->
                before.edit()
                        .secrets(ClientSecretEntry.revoked(before.secrets, e.secretId()))
                        .done();
            case ClientSecretLeaked e ->
                before.edit()
                        .secrets(ClientSecretEntry.revoked(before.secrets, e.secretId()))
                        .done();
            case CertificateAdded e ->
                before.edit()
                        .certificates(CertificateEntry.added(before.certificates, e, at))
                        .done();
            case CertificateRemoved e ->
                before.edit()
                        .certificates(CertificateEntry.without(before.certificates, e.certificateId()))
                        .done();
            case TokensRevoked _ -> before.edit().nextGeneration(at).done();
            case DashboardAppInstalled _,
                    DashboardAppForked _,
                    AppAttributeEvent _,
                    ClientSecretExpired _,
                    CertificateExpired _,
                    ExpiryNoticeGiven _ -> before;
        };
    }

    private AppEntry with(TokenAttributeEvent event, Instant at) {
        var edit = edit();
        return switch (event) {
            case AppRenamed e -> edit.name(e.name()).done();
            case TokenLifetimeChanged e -> edit.lifetime(e.expiresIn()).done();
            case RoleAssigned e -> edit.role(e.roleId()).done();
            case PersonalAppMoved e -> edit.organization(e.organizationId()).done();
            case AppDisabled _ -> edit.disabled(true).nextGeneration(at).done();
            case AppEnabled _ -> edit.disabled(false).done();
            case ApiPermissionsChanged e -> edit.tokenScope(tokenScope.with(e)).done();
            case CustomerScopeChanged e -> edit.tokenScope(tokenScope.with(e)).done();
        };
    }

    private static AppEntry registered(AppRegistered e) {
        return new AppEntry(
                e.appId(),
                e.organizationId(),
                e.kind(),
                e.mode(),
                e.clientId(),
                e.name(),
                e.expiresIn(),
                e.roleId(),
                e.userId(),
                false,
                0,
                Instant.EPOCH,
                ScopeEntry.UNLIMITED,
                List.of(),
                List.of());
    }

    private AppEntryEdit edit() {
        return new AppEntryEdit(this);
    }
}
