package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Reports the use of a client secret that has a successor. Recorded at most once in an hour for each secret.
 *
 * @param appId    the app it is, or was, a secret of
 * @param secretId the secret
 * @param usedAt   when
 */
public record ReportRetiredSecret(@TargetAggregateIdentifier AppId appId, SecretId secretId, Instant usedAt) {}
