package io.keyledger.kernel.app;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A client secret has a successor, recorded beside it; the old one works until retiresAt and never after. */
@Revision("1")
public record ClientSecretRotated(String appId, String secretId, String successorId, Instant retiresAt)
        implements ClientSecretEvent {}
