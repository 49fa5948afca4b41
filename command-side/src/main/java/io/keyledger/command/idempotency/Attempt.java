package io.keyledger.command.idempotency;

import java.util.Map;

/**
 * One try to create a resource.
 *
 * @param id       id of the new resource: the same for the same Idempotency-Key, else a fresh one
 * @param metadata to send the creating command with
 */
public record Attempt(String id, Map<String, String> metadata) {}
