package io.keyledger.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.keyledger.kernel.Base62;
import io.keyledger.query.support.Change;
import io.keyledger.query.support.Recorded;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** One change of one resource, and the event that made it. */
record Step(Recorded cause, Change change) {
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
            return Base62.shortened(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)), ID_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
