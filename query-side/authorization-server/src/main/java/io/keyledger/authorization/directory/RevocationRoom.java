package io.keyledger.authorization.directory;

/** What one more revocation of a single token costs. */
public sealed interface RevocationRoom {
    /** Nothing: it is kept beside the others. */
    record Free() implements RevocationRoom {}

    /**
     * The revocations of an app: all its tokens have to end, so that the single ones can be forgotten.
     *
     * @param appId the app of the token itself, or another one of its organization that has more
     */
    record EndingAllOf(String appId) implements RevocationRoom {}

    /**
     * It cannot be kept now.
     *
     * @param retryAfter seconds until one that is kept expires; an hour at most
     */
    record Full(long retryAfter) implements RevocationRoom {}
}
