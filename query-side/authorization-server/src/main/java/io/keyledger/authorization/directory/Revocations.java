package io.keyledger.authorization.directory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that were revoked one by one, kept until they expire or all tokens of their app end. Bounded so that nobody
 * fills the memory, and so that nobody ends tokens of others by filling it:
 *
 * <ul>
 *   <li>Beyond the bound of a confidential app its own tokens end, all at once. Beyond the bound of an organization those
 *       of the app with the most revocations do, whichever app asks.
 *   <li>A user's own app has a bound of its own and counts for no organization: it belongs to that of whoever invited the
 *       user first.
 *   <li>The tokens of a public app are revoked by anybody who knows its client id, and got by anybody, too. Nothing
 *       anonymous may end those of others, so beyond the bound a revocation is refused until an earlier one expires.
 *       Somebody with many addresses (each may send a number of revocations in a minute) can fill it; some room is left
 *       for whoever shows the app's secret, and ending all tokens of the app empties it. In an organization with many
 *       public apps each has its share, whatever the others have.
 * </ul>
 */
final class Revocations {
    /** Some 150 bytes each. */
    static final int MOST_OF_AN_APP = 5_000;

    /** Of a user's own app. */
    static final int MOST_OF_A_USER = 1_000;

    /** Of a public app when its secret is not shown. */
    static final int MOST_WITHOUT_SECRET = 4_500;

    /** Of all confidential apps of an organization, and of all public ones; users' own apps are neither. */
    static final int MOST_OF_AN_ORGANIZATION = 20_000;

    private static final int SWEEP_EVERY = 1024;
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final RevocationRoom FREE = new RevocationRoom.Free();

    private final Clock clock;
    private final Predicate<AppEntry> isPublic;
    private final Map<String, OfApp> byApp = new ConcurrentHashMap<>();
    private final Map<Group, Map<String, OfApp>> byGroup = new ConcurrentHashMap<>();
    private int sinceSweep;

    Revocations(Clock clock, Predicate<AppEntry> isPublic) {
        this.clock = clock;
        this.isPublic = isPublic;
    }

    boolean contains(String appId, String tokenId) {
        var ofApp = byApp.get(appId);
        return ofApp != null && ofApp.tokens.containsKey(tokenId);
    }

    /** @param generation of the app when the token was issued, or a later one */
    synchronized void add(AppEntry app, String tokenId, Instant expiresAt, long generation) {
        if (clock.instant().isBefore(expiresAt) && generation >= app.generation()) {
            byApp.computeIfAbsent(app.appId(), id -> begun(app))
                    .tokens
                    .put(tokenId, new Revoked(expiresAt, generation));
        }
        if (++sinceSweep >= SWEEP_EVERY) {
            sinceSweep = 0;
            sweep(byApp.keySet());
        }
    }

    /**
     * What a further revocation of one token of the app costs; those that have expired are not counted.
     *
     * @param secretShown whether the asking client proved that it has a credential of the app
     */
    synchronized RevocationRoom room(AppEntry app, boolean secretShown) {
        var now = counted(app, secretShown);
        if (now.equals(FREE)) {
            return FREE;
        }
        sweep(ofGroup(app).keySet());
        sweep(Set.of(app.appId()));
        return counted(app, secretShown);
    }

    /** Forgets tokens of earlier generations of the app: they are dead anyway. */
    synchronized void forget(String appId, long before) {
        forget(appId, revoked -> revoked.generation < before);
    }

    private RevocationRoom counted(AppEntry app, boolean secretShown) {
        var own = count(byApp.get(app.appId()));
        if (app.userId() != null) {
            return own < MOST_OF_A_USER ? FREE : new RevocationRoom.EndingAllOf(app.appId());
        }
        var ofOrganization = ofGroup(app).values();
        var isOver = ofOrganization.stream().mapToInt(Revocations::count).sum() >= MOST_OF_AN_ORGANIZATION;
        if (isPublic.test(app)) {
            var most = secretShown ? MOST_OF_AN_APP : MOST_WITHOUT_SECRET;
            var hasItsShare = isOver && own >= MOST_OF_AN_ORGANIZATION / ofOrganization.size();
            return own < most && !hasItsShare ? FREE : new RevocationRoom.Full(secondsUntilRoom(app));
        }
        if (own >= MOST_OF_AN_APP) {
            return new RevocationRoom.EndingAllOf(app.appId());
        }
        return isOver ? new RevocationRoom.EndingAllOf(fullest(ofOrganization)) : FREE;
    }

    private static String fullest(Collection<OfApp> apps) {
        return apps.stream().max(Comparator.comparingInt(Revocations::count)).orElseThrow().appId;
    }

    private long secondsUntilRoom(AppEntry app) {
        var now = clock.instant();
        return Stream.ofNullable(byApp.get(app.appId()))
                .flatMap(ofApp -> ofApp.tokens.values().stream())
                .map(revoked -> Duration.between(now, revoked.expiresAt))
                .filter(wait -> wait.compareTo(LONGEST_WAIT) < 0)
                .min(Comparator.naturalOrder())
                .orElse(LONGEST_WAIT)
                .plusSeconds(1)
                .toSeconds();
    }

    private static int count(@Nullable OfApp ofApp) {
        return ofApp == null ? 0 : ofApp.tokens.size();
    }

    private Map<String, OfApp> ofGroup(AppEntry app) {
        return byGroup.getOrDefault(group(app), Map.of());
    }

    private Group group(AppEntry app) {
        return new Group(app.organizationId(), isPublic.test(app));
    }

    private OfApp begun(AppEntry app) {
        var ofApp = new OfApp(app.appId(), app.userId() == null ? group(app) : null);
        if (ofApp.group != null) {
            byGroup.computeIfAbsent(ofApp.group, group -> new ConcurrentHashMap<>())
                    .put(app.appId(), ofApp);
        }
        return ofApp;
    }

    private void sweep(Collection<String> apps) {
        var now = clock.instant();
        apps.forEach(app -> forget(app, revoked -> !now.isBefore(revoked.expiresAt)));
    }

    private void forget(String appId, Predicate<Revoked> which) {
        var ofApp = byApp.get(appId);
        if (ofApp != null) {
            ofApp.tokens.values().removeIf(which);
            if (ofApp.tokens.isEmpty()) {
                byApp.remove(appId);
                forget(ofApp);
            }
        }
    }

    private void forget(OfApp ofApp) {
        if (ofApp.group != null) {
            byGroup.computeIfPresent(ofApp.group, (group, apps) -> {
                apps.remove(ofApp.appId);
                return apps.isEmpty() ? null : apps;
            });
        }
    }

    private record Revoked(Instant expiresAt, long generation) {}

    /** The apps whose revocations are counted together. */
    private record Group(String organizationId, boolean isPublic) {}

    private static final class OfApp {
        private final String appId;
        private final @Nullable Group group;
        private final Map<String, Revoked> tokens = new ConcurrentHashMap<>();

        OfApp(String appId, @Nullable Group group) {
            this.appId = appId;
            this.group = group;
        }
    }
}
