package io.keyledger.authorization.limit;

/**
 * The answer of a limit to one request.
 *
 * @param allowed    whether it may pass
 * @param limit      requests in an interval
 * @param interval   seconds
 * @param remaining  how many more may pass now
 * @param retryAfter seconds until the next may pass; 0 when one may now
 */
public record LimitDecision(boolean allowed, long limit, long interval, long remaining, long retryAfter) {}
