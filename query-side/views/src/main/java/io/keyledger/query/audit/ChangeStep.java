package io.keyledger.query.audit;

import io.keyledger.kernel.Id;
import io.keyledger.view.row.Change;
import io.keyledger.view.row.Recorded;

/** One change of one resource, and the event that made it. */
record ChangeStep(Recorded cause, Change change) {
    /** Set by Axon: the id of the message that this event was recorded for. */
    private static final String COMMAND = "correlationId";

    String stateId() {
        return change.type() + '/' + change.id();
    }

    /** The version of the resource that it makes. */
    long version() {
        return change.version(cause);
    }

    /** Whether there is anything to tell in the history of the resource. */
    boolean isVersion() {
        return change.kind() != Change.Kind.TOUCH || !change.unseen().isEmpty();
    }

    /** Whether the event is part of the resource's own history, and the resource no part of another. */
    boolean isOfAggregate() {
        return change.id().equals(cause.aggregateId()) || change.ahead() > 0;
    }

    /** What one command does to one resource is one version; a rebuild gives it the same id again. */
    String versionId() {
        var command = cause.metaData().getOrDefault(COMMAND, cause.id());
        return Id.derivedFrom(command + "/" + stateId());
    }
}
