package io.keyledger.query.audit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often audit logs are signed.
 *
 * @param checkpointEntries after so many new entries. Default 1000
 * @param checkpointEvery   after so long, when there are new entries. Default one hour
 * @param look              how often it is looked whether one is due. Default 10 seconds
 */
@ConfigurationProperties("keyledger.audit")
record AuditSettings(
        @DefaultValue("1000") int checkpointEntries,
        @DefaultValue("PT1H") Duration checkpointEvery,
        @DefaultValue("PT10S") Duration look) {}
