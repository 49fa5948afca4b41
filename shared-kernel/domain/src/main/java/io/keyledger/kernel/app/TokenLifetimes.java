package io.keyledger.kernel.app;

/** How long access tokens may live, in seconds; both bounds are allowed. Source: CONTRACT A2, {@code expires_in}. */
public final class TokenLifetimes {
    public static final int SHORTEST = 7200;
    public static final int LONGEST = 31_536_000;

    private TokenLifetimes() {}
}
