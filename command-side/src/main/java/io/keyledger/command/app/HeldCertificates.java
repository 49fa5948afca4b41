package io.keyledger.command.app;

import io.keyledger.command.certificate.ClientCertificate;
import io.keyledger.kernel.app.CertificateId;
import io.keyledger.kernel.problem.ErrorCode;
import io.keyledger.kernel.problem.Refusal;
import io.keyledger.kernel.problem.RuleViolation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The certificates of an app; one that was removed is known by its id alone. */
final class HeldCertificates {
    private static final int MOST = 20;

    private final Map<String, HeldCertificate> byId = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    boolean knows(CertificateId id) {
        return byId.containsKey(id.value()) || isRemoved(id);
    }

    boolean isRemoved(CertificateId id) {
        return removed.contains(id.value());
    }

    HeldCertificate get(CertificateId id) {
        var certificate = byId.get(id.value());
        if (certificate == null) {
            throw new RuleViolation(new Refusal(ErrorCode.RECORD_NOT_FOUND, "the app has no such certificate"));
        }
        return certificate;
    }

    long liveAt(Instant now) {
        return byId.values().stream().filter(held -> held.isLive(now)).count();
    }

    /** Why this one may not be added now, if so. */
    @Nullable
    Refusal fault(ClientCertificate certificate, Instant now) {
        if (now.isAfter(certificate.notAfter())) {
            return new Refusal(ErrorCode.CERTIFICATE_EXPIRED, "the certificate has expired");
        }
        if (byId.values().stream().anyMatch(held -> held.thumbprint().equals(certificate.thumbprintSha256()))) {
            return new Refusal(ErrorCode.CERTIFICATE_DUPLICATE, "the app has this certificate already");
        }
        return liveAt(now) < MOST
                ? null
                : new Refusal(
                        ErrorCode.VALIDATION_ERROR,
                        "at most " + MOST + " certificates of an app are live at once",
                        "certificates",
                        "less_than_or_equal_to",
                        Map.of("count", MOST));
    }

    void add(String id, HeldCertificate certificate) {
        byId.put(id, certificate);
    }

    void remove(String id) {
        byId.remove(id);
        removed.add(id);
    }
}
