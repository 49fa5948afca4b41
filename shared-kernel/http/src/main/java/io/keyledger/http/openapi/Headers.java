package io.keyledger.http.openapi;

/** The headers of answers. Source: CONTRACT part A, sections 1 and 6; part B, section 9. */
public enum Headers {
    REQUEST_ID("X-Request-Id", true, "The id of this request, in logs and in the audit log.", Value.TEXT),
    RATE_LIMIT("X-Ratelimit-Limit", false, "Requests that may be made in an interval.", Value.COUNT),
    RATE_INTERVAL("X-Ratelimit-Interval", false, "The interval, in seconds.", Value.COUNT),
    RATE_REMAINING("X-Ratelimit-Remaining", false, "How many more may be made now.", Value.COUNT),
    RETRY_AFTER("Retry-After", true, "Seconds until it makes sense to try again.", Value.COUNT),
    ETAG(
            "ETag",
            false,
            "The version of the resource, for `If-Match` and `If-None-Match`; after a dot, what else the document shows: `If-Match`"
                    + " looks at the version alone, so that a use of a secret makes no change stale.",
            Value.TEXT),
    LOCATION("Location", true, "Where the new resource is.", Value.URI),
    REPLAY(
            "Idempotent-Replay",
            false,
            "`true` when the `Idempotency-Key` was used before: nothing new was made.",
            Value.YES),
    LAG("Keyledger-Lag", false, "`true` when the views do not show the change yet.", Value.YES),
    CACHE_CONTROL("Cache-Control", false, "How long the answer may be kept.", Value.TEXT),
    AUTHENTICATE(
            "WWW-Authenticate",
            false,
            "How to say who you are; of a 403 `insufficient_scope` when the token lacks the rights.",
            Value.TEXT),
    ALLOW("Allow", true, "The methods of the address.", Value.TEXT);

    private final String wireName;
    private final boolean always;
    private final String meaning;
    private final Value value;

    Headers(String wireName, boolean always, String meaning, Value value) {
        this.wireName = wireName;
        this.always = always;
        this.meaning = meaning;
        this.value = value;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** Whether every answer it is listed for has it. */
    boolean always() {
        return always;
    }

    String meaning() {
        return meaning;
    }

    Schema schema() {
        return switch (value) {
            case TEXT -> Schema.of("string");
            case COUNT -> Schema.of("integer").with("minimum", 0);
            case URI -> Schema.text("uri");
            case YES -> Schema.only("true");
        };
    }

    private enum Value {
        TEXT,
        COUNT,
        URI,
        YES
    }
}
