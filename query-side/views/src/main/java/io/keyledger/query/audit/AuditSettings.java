package io.keyledger.query.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When audit logs are signed.
 *
 * @param checkpointEntries after this many new entries. Default 1000
 * @param checkpointEvery   after this time, when there are new entries. Default one hour
 * @param look              how often that is checked. Default 10 seconds
 */
@ConfigurationProperties("keyledger.audit")
record AuditSettings(
        @DefaultValue("1000") int checkpointEntries,
        @DefaultValue("PT1H") Duration checkpointEvery,
        @DefaultValue("PT10S") Duration look) {}
