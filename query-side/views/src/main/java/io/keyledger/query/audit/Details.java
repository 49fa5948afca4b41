package io.keyledger.query.audit;

import io.keyledger.kernel.DomainEvent;
import io.keyledger.kernel.app.AppAttributeEvent;
import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.AppEvent;
import io.keyledger.kernel.app.AppRegistered;
import io.keyledger.kernel.app.AppUseEvent;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretLeaked;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.DashboardAppForked;
import io.keyledger.kernel.app.DashboardAppInstalled;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import io.keyledger.kernel.app.RetiredSecretUsed;
import io.keyledger.kernel.app.TokenRevoked;
import io.keyledger.kernel.app.TokensRevoked;
import io.keyledger.kernel.audit.AccessRefused;
import io.keyledger.kernel.audit.AttemptsRefused;
import io.keyledger.kernel.audit.ClientAuthenticationFailed;
import io.keyledger.kernel.audit.PrivateKeyRefused;
import io.keyledger.kernel.audit.SecurityEvent;
import io.keyledger.kernel.audit.TokenRefused;
import io.keyledger.kernel.organization.OwnershipTransferred;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an event says beyond changes of resources. Never a secret's hash, a key or a code. */
final class Details {
    private static final String SECRET = "client_secret_id";
    private static final String EXPIRES_AT = "expires_at";

    private Details() {}

    static Map<String, @Nullable Object> of(DomainEvent event) {
        return switch (event) {
            case AppEvent app -> of(app);
            case AppUseEvent use -> of(use);
            case SecurityEvent tried -> of(tried);
            default -> Map.of(); // all other events change resources only
        };
    }

    private static Map<String, @Nullable Object> of(AppEvent event) {
        return switch (event) {
            case ClientSecretRotated rotated ->
                Map.of(SECRET, rotated.secretId(), "successor_id", rotated.successorId());
            case ClientSecretLeaked leaked -> leaked(leaked);
            case ClientSecretExpired expired ->
                Map.of(SECRET, expired.secretId(), EXPIRES_AT, LogInstant.text(expired.expiresAt()));
            case CertificateExpired expired ->
                Map.of("certificate_id", expired.certificateId(), EXPIRES_AT, LogInstant.text(expired.expiresAt()));
            case ExpiryNoticeGiven notice ->
                Map.of(
                        notice.credentialKind() + "_id",
                        notice.credentialId(),
                        "days",
                        notice.days(),
                        EXPIRES_AT,
                        LogInstant.text(notice.expiresAt()));
            case AppRegistered _,
                    DashboardAppInstalled _,
                    DashboardAppForked _,
                    AppAttributeEvent _,
                    ClientSecretAdded _,
                    ClientSecretRemoved _,
                    CertificateAdded _,
                    CertificateRemoved _,
                    TokensRevoked _,
                    AppDeleted _ -> Map.of();
        };
    }

    private static Map<String, @Nullable Object> of(AppUseEvent event) {
        return switch (event) {
            case TokenRevoked revoked ->
                Map.of("token_id", revoked.tokenId(), EXPIRES_AT, LogInstant.text(revoked.expiresAt()));
            case RetiredSecretUsed used -> Map.of(SECRET, used.secretId(), "used_at", LogInstant.text(used.usedAt()));
        };
    }

    private static Map<String, @Nullable Object> of(SecurityEvent event) {
        return switch (event) {
            case ClientAuthenticationFailed failed -> tried(failed, "reason", failed.reason());
            case AccessRefused refused -> tried(refused, "operation", refused.operation());
            case TokenRefused refused -> tried(refused, "rule", refused.rule());
            case AttemptsRefused refused -> tried(refused);
            case PrivateKeyRefused refused -> tried(refused);
        };
    }

    /** Changes that no resource shows: attribute → [before, after]. */
    static Map<String, Object> changes(DomainEvent event) {
        return event instanceof OwnershipTransferred transferred
                ? Map.of("owner_membership_id", List.of(transferred.fromMembershipId(), transferred.toMembershipId()))
                : Map.of();
    }

    private static Map<String, @Nullable Object> tried(SecurityEvent event, String name, String what) {
        var details = new LinkedHashMap<>(tried(event));
        details.put(name, what);
        return details;
    }

    private static Map<String, @Nullable Object> tried(SecurityEvent event) {
        return Map.of(
                "count",
                event.count(),
                "first_at",
                LogInstant.text(event.firstAt()),
                "last_at",
                LogInstant.text(event.lastAt()),
                "addresses",
                event.addresses());
    }

    private static Map<String, @Nullable Object> leaked(ClientSecretLeaked event) {
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put(SECRET, event.secretId());
        details.put("source_url", event.sourceUrl());
        return details;
    }
}
