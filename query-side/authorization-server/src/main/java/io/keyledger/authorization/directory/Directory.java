package io.keyledger.authorization.directory;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.access.Grant;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.credentialpolicy.CredentialPolicy;
import io.keyledger.kernel.credentialpolicy.CredentialPolicyChanged;
import io.keyledger.kernel.kind.Kind;
import io.keyledger.kernel.kind.Kinds;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every app of the deployment with what its tokens say and allow, in the memory of this node: no look-up leaves the
 * process. Safe for any number of readers; changes come from one thread, and from {@link #revoke}.
 */
public final class Directory {
    private final Map<String, AppEntry> byClientId = new ConcurrentHashMap<>();
    private final Map<String, Map<String, MembershipEntry>> byUser = new ConcurrentHashMap<>();
    private final DirectoryEntries<AppEntry, ?> apps = new DirectoryEntries<>(DirectoryTable.APPS, this::index);
    private final DirectoryEntries<OrganizationEntry, ?> organizations =
            new DirectoryEntries<>(DirectoryTable.ORGANIZATIONS, (before, after) -> {});
    private final DirectoryEntries<RoleEntry, ?> roles =
            new DirectoryEntries<>(DirectoryTable.ROLES, (before, after) -> {});
    private final DirectoryEntries<MembershipEntry, ?> memberships =
            new DirectoryEntries<>(DirectoryTable.MEMBERSHIPS, this::index);
    private final DirectoryEntries<UserEntry, ?> users =
            new DirectoryEntries<>(DirectoryTable.USERS, (before, after) -> {});
    private final Map<String, CredentialPolicy> enforced = new ConcurrentHashMap<>();
    private final DirectoryEntries<CredentialPolicyChanged, ?> policies =
            new DirectoryEntries<>(DirectoryTable.POLICIES, this::index);
    private final Revocations revocations;
    private volatile @Nullable String unreadable;

    public Directory(Clock clock, Kinds kinds) {
        revocations = new Revocations(clock, app -> isPublic(kinds.find(app.kind())));
    }

    /** A kind that an operator's table has no more counts as confidential. */
    private static boolean isPublic(@Nullable Kind kind) {
        return kind != null && !kind.confidential();
    }

    /** Which event this node cannot read, and why; null when it has read all there are. */
    public @Nullable String unreadable() {
        return unreadable;
    }

    /** An event that cannot be read may have ended any app: until it is, no app is known. */
    void stopAt(String event) {
        unreadable = event;
    }

    /** The event that could not be read has been. */
    void resume() {
        unreadable = null;
    }

    private void requireReadable() {
        if (unreadable != null) {
            throw new RuleViolation(new Refusal(
                    ErrorCode.UNAVAILABLE, "this node cannot read all events; its log and health say which"));
        }
    }

    /** The app with that client id; null when there is none or it was deleted. Refused as unavailable while an event is unreadable. */
    public @Nullable AppEntry client(String clientId) {
        requireReadable();
        return byClientId.get(clientId);
    }

    /** The app with that id; null when there is none or it was deleted. */
    public @Nullable AppEntry app(String appId) {
        requireReadable();
        return apps.get(appId);
    }

    /** The organization of that id, or null. */
    public @Nullable OrganizationEntry organization(String id) {
        return organizations.get(id);
    }

    /** The e-mail address of the user, or null. */
    public @Nullable String email(String userId) {
        var user = users.get(userId);
        return user == null ? null : user.email();
    }

    /** How many memberships of the user have ended. */
    public long departures(String userId) {
        var user = users.get(userId);
        return user == null ? 0 : user.departures();
    }

    /**
     * What the user may do: one grant for each active membership, by organization id; none for an organization that the
     * user has left since.
     *
     * @param departures how many memberships of the user had ended when the token was issued
     */
    public Map<String, Grant> grantsOf(String userId, long departures) {
        var user = users.get(userId);
        return byUser.getOrDefault(userId, Map.of()).values().stream()
                .filter(membership -> user == null || user.opens(membership.organizationId(), departures))
                .map(this::grant)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableMap(Grant::organizationId, Function.identity(), (one, other) -> one));
    }

    /** What an app may do in its organization by its role; nothing without one. */
    public Map<String, Grant> grantsOf(AppEntry client) {
        var role = client.roleId() == null ? null : roles.get(client.roleId());
        return role == null
                ? Map.of()
                : Map.of(
                        client.organizationId(),
                        Grant.ofRole(client.organizationId(), role.id(), role.kind(), role.bySubject()));
    }

    /** The credential policy that the organization enforces on tokens; null when it enforces none. */
    public @Nullable CredentialPolicy enforcedBy(String organizationId) {
        return enforced.isEmpty() ? null : enforced.get(organizationId);
    }

    /** Whether the token of that app was revoked by itself. */
    public boolean isRevoked(String appId, String tokenId) {
        return revocations.contains(appId, tokenId);
    }

    /**
     * Revokes a token on this node at once; it is forgotten when it expires, or when all tokens of the app end.
     *
     * @param generation the one of its app that it was issued in
     */
    public void revoke(AppEntry app, String tokenId, Instant expiresAt, long generation) {
        revocations.add(app, tokenId, expiresAt, generation);
    }

    /**
     * What revoking one more token of the app by itself costs.
     *
     * @param secretShown whether who asks for it proved to have a credential of the app
     */
    public RevocationRoom roomToRevoke(AppEntry app, boolean secretShown) {
        return revocations.room(app, secretShown);
    }

    void revoke(String appId, String tokenId, Instant expiresAt) {
        var app = apps.get(appId);
        if (app != null) {
            revocations.add(app, tokenId, expiresAt, app.generation());
        }
    }

    void apply(DomainEvent event, long sequence, Instant at) {
        tables().forEach(rows -> rows.apply(event, sequence, at));
        if (event instanceof TokenRevoked revoked) {
            revoke(revoked.appId(), revoked.tokenId(), revoked.expiresAt());
        }
    }

    List<DirectoryEntries<?, ?>> tables() {
        return List.of(organizations, roles, memberships, users, apps, policies);
    }

    void clear() {
        tables().forEach(DirectoryEntries::clear);
        byClientId.clear();
        byUser.clear();
        enforced.clear();
    }

    private List<Grant> grant(MembershipEntry membership) {
        var role = roles.get(membership.roleId());
        return role == null
                ? List.of()
                : List.of(new Grant(
                        membership.organizationId(),
                        role.id(),
                        role.kind(),
                        role.bySubject(),
                        membership.id(),
                        membership.owner(),
                        membership.address()));
    }

    private void index(@Nullable AppEntry before, @Nullable AppEntry after) {
        if (after != null) {
            byClientId.put(after.clientId(), after);
        }
        if (before != null && (after == null || before.generation() < after.generation())) {
            revocations.forget(before.appId(), after == null ? Long.MAX_VALUE : after.generation());
        }
        if (before != null && (after == null || !before.clientId().equals(after.clientId()))) {
            byClientId.remove(before.clientId());
        }
    }

    private void index(@Nullable CredentialPolicyChanged before, @Nullable CredentialPolicyChanged after) {
        if (after != null && after.enforceOnTokens()) {
            enforced.put(after.organizationId(), CredentialPolicy.after(after));
        } else if (after != null) {
            enforced.remove(after.organizationId());
        } else if (before != null) {
            enforced.remove(before.organizationId());
        }
    }

    private void index(@Nullable MembershipEntry before, @Nullable MembershipEntry after) {
        if (after != null && after.userId() != null) {
            byUser.computeIfAbsent(after.userId(), user -> new ConcurrentHashMap<>())
                    .put(after.id(), after);
        }
        if (before != null
                && before.userId() != null
                && (after == null || !before.userId().equals(after.userId()))) {
            byUser.computeIfPresent(before.userId(), (user, own) -> without(own, before));
        }
    }

    private static @Nullable Map<String, MembershipEntry> without(
            Map<String, MembershipEntry> own, MembershipEntry gone) {
        own.remove(gone.id());
        return own.isEmpty() ? null : own;
    }
}
