package io.keyledger.view.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the views are kept.
 *
 * @param uri  a MongoDB connection string; none means the server inside this process
 * @param name name of the database, when the connection string has none
 * @param keepReplaced how long collections stay that a rebuild has replaced, for reads that began before
 */
@ConfigurationProperties("keyledger.views")
public record ViewsSettings(
        @Nullable String uri,
        @DefaultValue("keyledger") String name,
        @DefaultValue("1m") Duration keepReplaced) {
    boolean isEmbedded() {
        return uri == null || uri.isBlank();
    }
}
