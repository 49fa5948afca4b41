package io.keyledger.kernel.kind;

import io.keyledger.kernel.access.Operation;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the kind table: comma-separated, one kind a line, # begins a comment line, the first line names the columns. */
final class KindTable {
    private static final String HEADER =
            "kind,class,creatable,confidential,role,redirect_uri,expires_in,grants,forkable,permissions";
    private static final Map<Character, Operation> LETTERS =
            Map.of('c', Operation.CREATE, 'r', Operation.READ, 'u', Operation.UPDATE, 'd', Operation.DESTROY);

    private KindTable() {}

    static List<Kind> parse(Reader table) {
        var lines = new BufferedReader(table)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("the kind table must begin with: " + HEADER);
        }
        return lines.stream().skip(1).map(KindTable::kind).toList();
    }

    private static Kind kind(String line) {
        try {
            var cell = line.split(",", -1);
            return new Kind(
                    cell[0],
                    Kind.Group.valueOf(upper(cell[1])),
                    yes(cell[2]),
                    yes(cell[3]),
                    Kind.RoleRule.valueOf(upper(cell[4])),
                    Kind.RedirectRule.valueOf(upper(cell[5])),
                    Integer.parseInt(cell[6]),
                    Set.copyOf(words(cell[7])),
                    yes(cell[8]),
                    permissions(cell[9]));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the kind table has a line that cannot be read: " + line, e);
        }
    }

    private static Map<String, Set<Operation>> permissions(String cell) {
        return words(cell).stream()
                .map(word -> word.split(":", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> operations(pair[1])));
    }

    private static Set<Operation> operations(String letters) {
        return letters.chars()
                .mapToObj(c -> Objects.requireNonNull(LETTERS.get((char) c)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean yes(String cell) {
        return switch (cell) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new IllegalArgumentException("yes or no expected, not " + cell);
        };
    }

    private static List<String> words(String cell) {
        return cell.isBlank() ? List.of() : List.of(cell.trim().split(" +"));
    }

    private static String upper(String cell) {
        return cell.toUpperCase(Locale.ROOT);
    }
}
