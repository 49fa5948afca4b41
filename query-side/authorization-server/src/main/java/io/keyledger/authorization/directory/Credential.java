package io.keyledger.authorization.directory;

import io.keyledger.kernel.credentialpolicy.Measure;
import java.time.Instant;
import java.util.List;

/** A secret or certificate that a client authenticates with. */
public sealed interface Credential permits ClientSecretEntry, CertificateEntry {
    /** Id of the secret or certificate. */
    String id();

    /** When it was added to the app. */
    Instant addedAt();

    /** Whether tokens that were got with it may live then. */
    boolean backsTokens(Instant now);

    /** What credential policies limit of it. */
    List<Measure> measures();
}
