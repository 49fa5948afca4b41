package io.keyledger.kernel;

/** Keys of the metadata every event carries: actor, organization, request. Stored form. */
public final class MetaKey {
    /** {@code user}, {@code app}, {@code system}, or {@code scanner} for the reporter of a leaked secret. */
    public static final String ACTOR_KIND = "actor_kind";
    /** Id of the user or app that acted; {@code system} for the service itself, {@code scanner} for a reporter. */
    public static final String ACTOR_ID = "actor_id";
    /** Name of the actor at that time. */
    public static final String ACTOR_NAME = "actor_name";
    /** Client id of the app whose token was used. */
    public static final String CLIENT_ID = "client_id";
    /** The organization the change belongs to, when one is known. */
    public static final String ORGANIZATION_ID = "organization_id";
    /** The caller's X-Request-Id when well formed, else a made one. */
    public static final String REQUEST_ID = "request_id";
    /** Address the request came from. */
    public static final String IP = "ip";
    /** User-Agent header, cut to 256 characters. */
    public static final String USER_AGENT = "user_agent";
    /** Keyed hash of the Idempotency-Key the command came with. */
    public static final String IDEMPOTENCY_KEY = "idempotency_key";
    /** Hash of method, path and body the Idempotency-Key was used with. */
    public static final String IDEMPOTENCY_BODY = "idempotency_body";

    private MetaKey() {}
}
