package io.keyledger.authorization.directory;

import io.keyledger.kernel.credentialpolicy.Measure;
import java.time.Instant;
import java.util.List;

/** By what a client proves who it is. */
public sealed interface Credential permits ClientSecretEntry, CertificateEntry {
    /** Id of the secret or certificate. */
    String id();

    /** When the app got it. */
    Instant addedAt();

    /** What the rules of policies measure of it. */
    List<Measure> measures();
}
