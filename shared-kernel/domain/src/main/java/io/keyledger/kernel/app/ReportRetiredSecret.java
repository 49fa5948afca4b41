package io.keyledger.kernel.app;

import java.time.Instant;

/**
 * Reports the use of a client secret that has a successor and ended 30 days before at most, which the sender knows.
 * Recorded at most once in an hour for each secret.
 *
 * @param appId    the app it is, or was, a secret of
 * @param secretId the secret
 * @param usedAt   when
 */
public record ReportRetiredSecret(AppId appId, SecretId secretId, Instant usedAt) {}
