package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A client secret has a successor, recorded beside it; from {@code retiresAt} on the old one is refused. */
@Revision("1")
public record ClientSecretRotated(String appId, String secretId, String successorId, Instant retiresAt)
        implements ClientSecretEvent {}
