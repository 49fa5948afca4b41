package io.keyledger.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.query.support.Change;
import io.keyledger.query.support.Recorded;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** One change of one resource, and the event that made it. */
record Step(Recorded cause, Change change) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int ID_LENGTH = 10;
    /** Set by Axon: the id of the message that this event was recorded for. */
    private static final String COMMAND = "correlationId";

    String stateId() {
        return change.type() + '/' + change.id();
    }

    /** What one command does to one resource is one version; a rebuild gives it the same id again. */
    String versionId() {
        var command = cause.metaData().getOrDefault(COMMAND, cause.id());
        return shortened(command + "/" + stateId());
    }

    private static String shortened(String text) {
        try {
            var hash = new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
            var id = new StringBuilder();
            var base = BigInteger.valueOf(ALPHABET.length());
            while (id.length() < ID_LENGTH) {
                var parts = hash.divideAndRemainder(base);
                id.append(ALPHABET.charAt(parts[1].intValue()));
                hash = parts[0];
            }
            return id.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
