package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A client secret that has a successor was presented; at most once in an hour for each secret. */
@Revision("1")
public record RetiredSecretUsed(String appId, String secretId, Instant usedAt) implements AppUseEvent {}
