package io.keyledger.command.access;

import io.keyledger.command.decision.Labels;
import io.keyledger.kernel.access.Operation;
import io.keyledger.kernel.access.PermissionChanged;
import io.keyledger.kernel.access.PermissionGranted;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * One permission in the state of its role.
 *
 * @param subject the resource it covers
 * @param allowed the operations it allows
 * @param labels  reference and metadata
 * @param version sequence number of the last event that changed it
 */
record Permission(String subject, Set<Operation> allowed, Labels labels, long version) {

    static Permission of(PermissionGranted e, long sequence) {
        var allowed = operations(e.canCreate(), e.canRead(), e.canUpdate(), e.canDestroy());
        return new Permission(e.subject(), allowed, Labels.NONE, sequence);
    }

    Permission after(PermissionChanged e, long sequence) {
        var now = operations(e.canCreate(), e.canRead(), e.canUpdate(), e.canDestroy());
        return new Permission(subject, now, labels, sequence);
    }

    Permission with(Labels newLabels, long sequence) {
        return new Permission(subject, allowed, newLabels, sequence);
    }

    /** The operations allowed after the change. */
    Set<Operation> allowedAfter(Map<Operation, Boolean> change) {
        var result = EnumSet.noneOf(Operation.class);
        for (var operation : Operation.values()) {
            if (change.getOrDefault(operation, allowed.contains(operation))) {
                result.add(operation);
            }
        }
        return result;
    }

    private static Set<Operation> operations(boolean create, boolean read, boolean update, boolean destroy) {
        var none = new Permission("", Set.of(), Labels.NONE, 0);
        return none.allowedAfter(Map.of(
                Operation.CREATE, create, Operation.READ, read, Operation.UPDATE, update, Operation.DESTROY, destroy));
    }
}
