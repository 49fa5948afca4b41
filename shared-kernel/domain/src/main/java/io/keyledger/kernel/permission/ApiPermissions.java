package io.keyledger.kernel.permission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The permission catalogue: read once at start, the same on every node. Comma-separated, one permission a line, # begins a
 * comment line, the first line names the columns; a description may have commas.
 */
public final class ApiPermissions {
    private static final String HEADER = "name,subject,description";
    private static final int COLUMNS = 3;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._:/-]{1,100}");
    /** Scopes that have a meaning in this service or in the protocol, so no permission may have such a name. */
    private static final Pattern RESERVED = Pattern.compile(
            "(provisioning-api|metrics-api|openid|offline_access|ssf\\..*|(market|store|stock_location):.*)");

    private final Map<String, ApiPermission> byName = new LinkedHashMap<>();

    private ApiPermissions() {}

    /** The catalogue the product ships. */
    public static ApiPermissions shipped() {
        var table = Objects.requireNonNull(ApiPermissions.class.getResourceAsStream("api_permissions.csv"));
        try (var reader = new InputStreamReader(table, UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * An operator's catalogue, in the form of the shipped one.
     *
     * @throws IllegalArgumentException naming the line that cannot be taken
     */
    public static ApiPermissions read(Reader table) {
        var lines = new BufferedReader(table)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalArgumentException("the permission catalogue must begin with: " + HEADER);
        }
        var catalogue = new ApiPermissions();
        lines.stream().skip(1).forEach(catalogue::add);
        return catalogue;
    }

    /** Whether there is a permission of that name. */
    public boolean contains(String name) {
        return byName.containsKey(name);
    }

    /** All permissions, in the order of the table. */
    public Collection<ApiPermission> all() {
        return Collections.unmodifiableCollection(byName.values());
    }

    private void add(String line) {
        var cell = line.split(",", COLUMNS);
        if (cell.length < COLUMNS || !NAME.matcher(cell[0]).matches()) {
            throw new IllegalArgumentException("the permission catalogue has a line that cannot be read: " + line);
        }
        if (RESERVED.matcher(cell[0]).matches()) {
            throw new IllegalArgumentException("the permission catalogue may not have the name " + cell[0]);
        }
        if (byName.put(cell[0], new ApiPermission(cell[0], cell[1].strip(), cell[2].strip())) != null) {
            throw new IllegalArgumentException("the permission " + cell[0] + " stands twice in the catalogue");
        }
    }
}
