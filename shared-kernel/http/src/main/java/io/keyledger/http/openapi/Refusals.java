package io.keyledger.http.openapi;

import io.keyledger.kernel.problem.ErrorCode;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The refusals of one operation.
 *
 * @param causes the parts of the request that may be refused
 * @param more    codes besides those of the causes
 */
public record Refusals(Set<RefusalCause> causes, Set<ErrorCode> more) {
    /** Of an operation that refuses in a form of its own. */
    public static final Refusals NONE = new Refusals(Set.of(), Set.of());

    public static Refusals of(Collection<RefusalCause> causes, List<ErrorCode> more) {
        return new Refusals(EnumSet.copyOf(causes), new LinkedHashSet<>(more));
    }

    /** By status. */
    Map<Integer, Refused> byStatus() {
        var byStatus = new TreeMap<Integer, Refused>();
        for (var ground : causes) {
            ground.codes().forEach(code -> at(byStatus, code).from(ground, code));
        }
        for (var code : more) {
            at(byStatus, code).codes().add(code);
        }
        return byStatus;
    }

    private static Refused at(Map<Integer, Refused> byStatus, ErrorCode code) {
        return byStatus.computeIfAbsent(
                code.status(),
                status -> new Refused(status, EnumSet.noneOf(RefusalCause.class), EnumSet.noneOf(ErrorCode.class)));
    }

    /** The refusals with one status. */
    record Refused(int status, Set<RefusalCause> causes, Set<ErrorCode> codes) {
        private void from(RefusalCause ground, ErrorCode code) {
            causes.add(ground);
            codes.add(code);
        }

        /** Whether all codes are those of the causes, so that other operations refuse the same. */
        boolean isCommon() {
            return causes.stream()
                    .flatMap(ground -> ground.codes().stream())
                    .toList()
                    .containsAll(codes);
        }

        /** The name of the refusals with this status for these causes. */
        String name() {
            return "Refused" + status + "By"
                    + causes.stream().map(g -> Names.camel(g.name())).collect(Collectors.joining());
        }

        String meaning() {
            return codes.stream().map(code -> "`" + code + "` " + code.title()).collect(Collectors.joining("; ")) + ".";
        }
    }
}
