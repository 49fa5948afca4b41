package io.keyledger.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.Base64URL;
import io.keyledger.view.row.ObjectText;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The content of a checkpoint, a compact JWS: the last entry of an audit log at a time. The signature is not verified
 * here.
 */
record Checkpoint(String organizationId, long position, String hash, Instant signedAt, String keyId, String jws) {
    private static final String SIGNED_AT = "signed_at";

    /** The statement to be signed. */
    static byte[] statement(String organizationId, long position, String hash, Instant at) {
        var statement = new LinkedHashMap<String, @Nullable Object>();
        statement.put(AuditEntry.ORGANIZATION, organizationId);
        statement.put(AuditEntry.POSITION, position);
        statement.put(AuditEntry.HASH, hash);
        statement.put(SIGNED_AT, LogInstant.text(at));
        return ObjectText.write(statement).getBytes(UTF_8);
    }

    /** The content of the JWS; empty when it is not that of a checkpoint, or is not in canonical Base64URL. */
    static Optional<Checkpoint> read(String jws) {
        try {
            var signed = JWSObject.parse(jws);
            var statement = ObjectText.read(signed.getPayload().toString());
            return statement.get(AuditEntry.ORGANIZATION) instanceof String organization
                            && statement.get(AuditEntry.POSITION) instanceof Number position
                            && statement.get(AuditEntry.HASH) instanceof String hash
                            && statement.get(SIGNED_AT) instanceof String signedAt
                            && signed.getHeader().getKeyID() != null
                            && isExact(signed)
                    ? Optional.of(new Checkpoint(
                            organization,
                            position.longValue(),
                            hash,
                            Instant.parse(signedAt),
                            signed.getHeader().getKeyID(),
                            jws))
                    : Optional.empty();
        } catch (ParseException | JacksonException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Decoders ignore the unused bits of the last character of a part. */
    private static boolean isExact(JWSObject signed) {
        return Stream.of(signed.getParsedParts())
                .allMatch(part -> Base64URL.encode(part.decode()).equals(part));
    }
}
