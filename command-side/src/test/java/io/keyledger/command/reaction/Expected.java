package io.keyledger.command.reaction;

import io.keyledger.kernel.app.AppDeleted;
import io.keyledger.kernel.app.CertificateAdded;
import io.keyledger.kernel.app.CertificateExpired;
import io.keyledger.kernel.app.CertificateRemoved;
import io.keyledger.kernel.app.ClientSecretAdded;
import io.keyledger.kernel.app.ClientSecretExpired;
import io.keyledger.kernel.app.ClientSecretRemoved;
import io.keyledger.kernel.app.ClientSecretRotated;
import io.keyledger.kernel.app.ExpiryNoticeGiven;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventhandling.EventMessage;

/** Works out by hand what has to be recorded of each credential: the days of its notices, and 0 for its end. */
final class Expected {
    private static final List<Integer> DAYS = List.of(90, 60, 30, 14, 7, 1);

    private final Map<String, List<Integer>> records = new TreeMap<>();

    /** Somebody looks at the clock, after those events. */
    void look(List<EventMessage<?>> events, Instant now) {
        var live = live(events);
        live.forEach((id, credential) -> {
            var known = records.computeIfAbsent(id, key -> new ArrayList<>());
            if (known.contains(0)) {
                return;
            }
            if (credential.secret ? !now.isBefore(credential.end) : now.isAfter(credential.end)) {
                known.add(0); // alone: no notice comes after the end
                return;
            }
            for (int days : DAYS) {
                var due = credential.end.minus(Duration.ofDays(days));
                if (!credential.renewed && due.isAfter(credential.made) && !due.isAfter(now) && !known.contains(days)) {
                    known.add(days);
                }
            }
        });
    }

    Map<String, List<Integer>> records() {
        records.values().removeIf(List::isEmpty);
        return records;
    }

    /** What was recorded. */
    static Map<String, List<Integer>> recorded(List<EventMessage<?>> events) {
        var found = new TreeMap<String, List<Integer>>();
        for (var event : events) {
            switch (event.getPayload()) {
                case ExpiryNoticeGiven e -> add(found, e.credentialId(), e.days());
                case ClientSecretExpired e -> add(found, e.secretId(), 0);
                case CertificateExpired e -> add(found, e.certificateId(), 0);
                default -> {}
            }
        }
        return found;
    }

    private static void add(Map<String, List<Integer>> records, String id, int days) {
        records.computeIfAbsent(id, key -> new ArrayList<>()).add(days);
    }

    private static Map<String, Credential> live(List<EventMessage<?>> events) {
        var live = new TreeMap<String, Credential>();
        for (var event : events) {
            var at = event.getTimestamp();
            switch (event.getPayload()) {
                case ClientSecretAdded e ->
                    live.put(e.secretId(), new Credential(e.appId(), true, at, e.expiresAt(), false));
                case CertificateAdded e ->
                    live.put(e.certificateId(), new Credential(e.appId(), false, at, e.notAfter(), false));
                case ClientSecretRotated e ->
                    live.computeIfPresent(
                            e.secretId(), (id, c) -> new Credential(c.app, true, c.made, e.retiresAt(), true));
                case ClientSecretRemoved e -> live.remove(e.secretId());
                case CertificateRemoved e -> live.remove(e.certificateId());
                case AppDeleted e -> live.values().removeIf(credential -> credential.app.equals(e.appId()));
                default -> {}
            }
        }
        return live;
    }

    private record Credential(String app, boolean secret, Instant made, Instant end, boolean renewed) {}
}
