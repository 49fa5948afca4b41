package io.keyledger.query.token.limit;

/** The limits of a node. */
public record Limits(
        Limit tokenPerClient,
        Limit tokenPerAddress,
        Limit apiPerClient,
        Limit apiPerAddress,
        Limit reportsPerAddress) {}
