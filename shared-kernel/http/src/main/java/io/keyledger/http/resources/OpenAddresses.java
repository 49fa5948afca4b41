package io.keyledger.http.resources;

import java.util.Set;

/** The addresses below {@code /api} that need no token. */
public final class OpenAddresses {
    private static final Set<String> OPEN = Set.of("/api/openapi.json", "/api/leaked_secrets");

    private OpenAddresses() {}

    /** Whether the path of a request, exactly as it was sent, is one of them. */
    public static boolean contains(String path) {
        return OPEN.contains(path);
    }
}
