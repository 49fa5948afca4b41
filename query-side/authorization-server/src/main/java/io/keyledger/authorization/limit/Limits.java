package io.keyledger.authorization.limit;

/** The limits of a node. */
public record Limits(
        Limit tokenPerClient,
        Limit tokenPerAddress,
        Limit revocationPerClient,
        Limit revocationPerAddress,
        Limit apiPerClient,
        Limit apiPerAddress,
        Limit reportsPerAddress,
        Limit pagesPerAddress) {}
