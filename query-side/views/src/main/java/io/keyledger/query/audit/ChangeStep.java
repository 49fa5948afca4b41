package io.keyledger.query.audit;

import io.keyledger.kernel.Id;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Recorded;

/** A change of one resource, with the event that made it. */
record ChangeStep(Recorded cause, Change change) {
    /** Set by Axon: the id of the command that this event was recorded for. */
    private static final String COMMAND = "correlationId";

    String stateId() {
        return change.type() + '/' + change.id();
    }

    /** The version of the resource after the change. */
    long version() {
        return change.version(cause);
    }

    /** Whether it makes an entry in the resource's history. */
    boolean isVersion() {
        return change.kind() != Change.Kind.TOUCH || !change.unseen().isEmpty();
    }

    /** Whether the resource is the aggregate itself, not a part of it. */
    boolean isOfAggregate() {
        return change.id().equals(cause.aggregateId()) || change.ahead() > 0;
    }

    /**
     * The id of the version: derived, so that all changes of a resource by one command make one version, the same after
     * a rebuild.
     */
    String versionId() {
        var command = cause.metaData().getOrDefault(COMMAND, cause.id());
        return Id.derivedFrom(command + "/" + stateId());
    }
}
