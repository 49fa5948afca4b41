package io.keyledger.command.app;

import io.keyledger.kernel.ExpectedVersions;
import io.keyledger.kernel.app.AppId;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Several changes of one app: all of them, or none and all reasons.
 *
 * @param changes         what to change, each for the same app
 * @param expectedVersion the version the caller saw; null for any
 */
public record ChangeApp(
        @TargetAggregateIdentifier AppId appId,
        List<AppChange> changes,
        @Nullable ExpectedVersions expectedVersion) {
    public ChangeApp {
        changes = List.copyOf(changes);
        if (!changes.stream().allMatch(change -> change.appId().equals(appId))) {
            throw new IllegalArgumentException("a change of another app than " + appId);
        }
    }
}
