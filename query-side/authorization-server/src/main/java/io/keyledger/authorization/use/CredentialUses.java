package io.keyledger.authorization.use;

import io.keyledger.authorization.directory.AppEntry;
import io.keyledger.authorization.directory.Credential;
import io.keyledger.view.use.LastUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects when secrets, certificates and apps were last used, to the minute, until it is written to the database:
 * noting a use is an update in memory. Uses of more ids than there is room for are not noted until the next write; each
 * organization has a share that others cannot take. Thread-safe.
 */
public final class CredentialUses {
    static final long MINUTE_SECONDS = Duration.ofMinutes(1).toSeconds();

    /** Ids of all organizations beyond which each has its share only. */
    private static final int MOST = 100_000;

    private final Clock clock;
    private final Map<String, UsesOfOrganization> organizations = new ConcurrentHashMap<>();

    CredentialUses(Clock clock) {
        this.clock = clock;
    }

    /** Notes that a client authenticates with the secret or certificate now. */
    public void used(AppEntry app, Credential credential) {
        var use = begin(app, credential.id());
        if (use != null) {
            use.note(minute());
        }
    }

    /**
     * Notes that an app gets a token now. Tokens of one minute count as issued at its end.
     *
     * @param credential it was got with; null when a public client showed none
     */
    public void issued(AppEntry app, @Nullable Credential credential) {
        var minute = minute();
        var ofApp = begin(app, app.appId());
        if (ofApp != null) {
            ofApp.note(minute);
        }
        var source = credential == null ? ofApp : begin(app, credential.id());
        if (source != null) {
            var until = Instant.ofEpochSecond((minute + 1) * MINUTE_SECONDS + app.lifetime());
            source.note(minute, new LastUse.Tokens(app.tokensSince(), until));
        }
    }

    /** The last use that this node has noted, to the minute; the epoch when it has none. */
    Instant lastNoted(AppEntry app, Credential credential) {
        var ofOrganization = organizations.get(app.organizationId());
        var use = ofOrganization == null ? null : ofOrganization.find(credential.id());
        return use == null ? Instant.EPOCH : use.last().at();
    }

    /** The uses that are not written to the database yet. */
    Map<String, LastUse> unwritten() {
        var pending = new HashMap<String, LastUse>();
        organizations.values().forEach(uses -> uses.collect(pending));
        return pending;
    }

    /** Marks these as written. Where there are many, those written and not used in the last minute are dropped. */
    void written(Map<String, LastUse> known) {
        var isFull = size() > MOST / 2;
        for (var uses : organizations.values()) {
            uses.written(known);
            if (isFull || uses.size() > UsesOfOrganization.SHARE / 2) {
                uses.drop(minute() - 1);
            }
        }
    }

    private UsesOfOrganization.@Nullable Use begin(AppEntry app, String id) {
        return organizations
                .computeIfAbsent(app.organizationId(), organization -> new UsesOfOrganization())
                .begin(id, () -> size() < MOST);
    }

    private int size() {
        return organizations.values().stream()
                .mapToInt(UsesOfOrganization::size)
                .sum();
    }

    private long minute() {
        return Math.floorDiv(clock.instant().getEpochSecond(), MINUTE_SECONDS);
    }
}
